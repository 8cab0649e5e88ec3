import { type ThemeConfig, theme } from 'antd';

const FONT =
  'system-ui, -apple-system, "PingFang SC", "Microsoft YaHei", "Noto Sans CJK SC", "Noto Sans SC", sans-serif';

/** antd in the colours of style.css; a colour is changed in both. */
export function antdTheme(isDark: boolean): ThemeConfig {
  return {
    algorithm: isDark ? theme.darkAlgorithm : theme.defaultAlgorithm,
    token: {
      fontFamily: FONT,
      fontSize: 15,
      borderRadius: 8,
      colorPrimary: isDark ? '#2f74bd' : '#0b5cad',
      colorLink: isDark ? '#6db1f2' : '#0b5cad',
      colorError: isDark ? '#ff7b72' : '#c4281c',
      colorWarning: isDark ? '#e3a33b' : '#8a5a00',
      colorSuccess: isDark ? '#4fbf7a' : '#0f7040',
      colorBgBase: isDark ? '#14181d' : '#ffffff',
      colorTextBase: isDark ? '#e6e9ed' : '#1c2530',
      motionDurationMid: '0.1s',
    },
  };
}
