import { accessSync, constants } from 'node:fs';
import { delimiter, join } from 'node:path';
import { noBrowser } from './errors.ts';

const NAMES = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable', 'microsoft-edge'];

const MAC = ['Google Chrome', 'Chromium', 'Microsoft Edge'].map(
  (name) => `/Applications/${name}.app/Contents/MacOS/${name}`,
);

const WINDOWS = ['Google\\Chrome\\Application\\chrome.exe', 'Microsoft\\Edge\\Application\\msedge.exe'];

type Env = Readonly<Record<string, string | undefined>>;

/** A browser of the Chromium family on this machine: the one that is named, else where they usually lie. @throws HubError `no_browser` */
export function findBrowser(named: string | undefined, env: Env, platform = process.platform): string {
  const places = named === undefined ? usualPlaces(env, platform) : [named];
  const found = places.find(canRun);
  if (found === undefined) throw noBrowser(named);
  return found;
}

function usualPlaces(env: Env, platform: NodeJS.Platform): string[] {
  const folders = (env.PATH ?? '').split(delimiter).filter(Boolean);
  if (platform === 'win32') {
    const roots = [env.PROGRAMFILES, env['PROGRAMFILES(X86)'], env.LOCALAPPDATA].filter(
      (root) => root !== undefined,
    );
    return WINDOWS.flatMap((path) => roots.map((root) => join(root, path)));
  }
  const onPath = NAMES.flatMap((name) =>
    [...folders, '/usr/bin', '/snap/bin'].map((folder) => join(folder, name)),
  );
  return platform === 'darwin' ? [...MAC, ...onPath] : onPath;
}

function canRun(path: string): boolean {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}
