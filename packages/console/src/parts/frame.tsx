import type { Account, Right } from '@bangqiao/api';
import { Link, useLocation } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { useDo } from '../api/queries.ts';
import { useSession } from '../api/session.ts';
import { commonWords as w } from '../words/common.ts';
import type { Language, Words } from '../words/words.ts';
import { Away } from './away.tsx';
import { DeskCount } from './desk-count.tsx';
import { Icon, type IconName } from './icon.tsx';
import { useLanguage } from './language.tsx';
import { useLook } from './look.tsx';
import { OwnPassword } from './own-password.tsx';

interface Place {
  to: string;
  icon: IconName;
  words: Words;
  right: Right;
  /** Not among the five of a phone's bar. */
  onlyWide?: true;
}

const PLACES: readonly Place[] = [
  { to: '/', icon: 'overview', words: w.overview, right: 'overview.read' },
  { to: '/customers', icon: 'customers', words: w.customers, right: 'customers.read' },
  { to: '/desk', icon: 'desk', words: w.desk, right: 'conflicts.decide' },
  { to: '/rules', icon: 'rules', words: w.rules, right: 'rules.read' },
  { to: '/plans', icon: 'plans', words: w.plans, right: 'plans.read', onlyWide: true },
  { to: '/erp', icon: 'erp', words: w.erp, right: 'erp.read', onlyWide: true },
  { to: '/settings', icon: 'settings', words: w.settings, right: 'settings.read', onlyWide: true },
  { to: '/users', icon: 'users', words: w.users, right: 'users.manage', onlyWide: true },
];

export function Frame({ user, children }: { user: Account; children: ReactNode }) {
  const { say } = useLanguage();
  const rights = useSession().data?.rights ?? {};
  const places = PLACES.filter(({ right }) => rights[right] !== undefined);
  return (
    <div className="frame">
      <a className="skip" href="#content">
        {say(w.toContent)}
      </a>
      <header className="side">
        <Link to="/" className="brand">
          {say(w.brand)}
        </Link>
        <nav aria-label={say(w.navigation)}>
          {places.map((place) => (
            <PlaceLink key={place.to} {...place} />
          ))}
          <Link to="/more" className="side-link only-narrow" activeProps={{ className: 'active' }}>
            <Icon name="more" />
            {say(w.more)}
          </Link>
        </nav>
        <div className="side-foot only-wide">
          <Switches />
          <Link to="/more" className="side-link" activeProps={{ className: 'active' }}>
            <Icon name="users" />
            {user.name}
          </Link>
          <LeaveKey name="" />
        </div>
      </header>
      <main className="main" id="content">
        <Away />
        {children}
      </main>
    </div>
  );
}

/** The own password; on a phone also the places beyond the bar, language, look and leaving. */
export function More() {
  const { say } = useLanguage();
  const { data } = useSession();
  const places = PLACES.filter(({ right, onlyWide }) => onlyWide && data?.rights[right] !== undefined);
  return (
    <div className="stack">
      <h1>{data?.user?.name}</h1>
      <nav className="card only-narrow" aria-label={say(w.more)}>
        {places.map((place) => (
          <PlaceLink key={place.to} {...place} onlyWide={undefined} />
        ))}
      </nav>
      <div className="card only-narrow">
        <Switches />
        <LeaveKey name={data?.user?.name ?? ''} />
      </div>
      <OwnPassword />
    </div>
  );
}

function PlaceLink({
  to,
  icon,
  words,
  onlyWide,
}: Place | (Omit<Place, 'onlyWide'> & { onlyWide: undefined })) {
  const { say } = useLanguage();
  return (
    <Link
      to={to}
      className={onlyWide ? 'side-link only-wide' : 'side-link'}
      activeOptions={{ exact: to === '/', includeSearch: false }}
      activeProps={{ className: 'active' }}
    >
      <Icon name={icon} />
      {say(words)}
      {to === '/desk' && <DeskCount />}
    </Link>
  );
}

/** The guide that helps on a page, by the beginning of its address. */
const GUIDES: Readonly<Record<string, string>> = {
  customers: 'data-quality',
  desk: 'data-quality',
  journal: 'automatic-sync',
  rules: 'automatic-sync',
  plans: 'automatic-sync',
  runs: 'automatic-sync',
  erp: 'integration',
  setup: 'integration',
  settings: 'install',
  users: 'install',
};

function guideFor(path: string, language: Language): string {
  const guide = GUIDES[path.split('/')[1] ?? ''] ?? 'quick-start';
  return `/docs/guides/${language === 'en' ? 'en/' : ''}${guide}`;
}

export function Switches() {
  const { language, setLanguage, say } = useLanguage();
  const { isDark, setDark } = useLook();
  const path = useLocation({ select: ({ pathname }) => pathname });
  return (
    <>
      <a className="side-link" href={guideFor(path, language)}>
        <Icon name="help" />
        {say(w.guide)}
      </a>
      <a className="side-link" href={language === 'zh' ? '/docs/zhibang' : '/docs/zhibang/en'}>
        <Icon name="help" />
        {say(w.erpDocs)}
      </a>
      <button
        type="button"
        className="side-link"
        lang={language === 'zh' ? 'en' : 'zh-CN'}
        onClick={() => setLanguage(language === 'zh' ? 'en' : 'zh')}
      >
        <Icon name="language" />
        {say(w.otherLanguage)}
      </button>
      <button type="button" className="side-link" onClick={() => setDark(!isDark)}>
        <Icon name={isDark ? 'sun' : 'moon'} />
        {say(isDark ? w.toLight : w.toDark)}
      </button>
    </>
  );
}

function LeaveKey({ name }: { name: string }) {
  const { say } = useLanguage();
  const leave = useDo('session.close');
  return (
    <button type="button" className="side-link" onClick={() => leave.mutate({})}>
      <Icon name="leave" />
      {say(w.logOut)}
      <span className="muted small">{name}</span>
    </button>
  );
}
