import { QueryClientProvider } from '@tanstack/react-query';
import { RouterProvider } from '@tanstack/react-router';
import { ConfigProvider } from 'antd';
import zhCN from 'antd/locale/zh_CN';
import { useMemo } from 'react';
import { queryClient } from './api/queries.ts';
import { LanguageProvider, useLanguage } from './parts/language.tsx';
import { LookProvider, useLook } from './parts/look.tsx';
import { router } from './router.tsx';
import { antdTheme } from './theme.ts';

export function App() {
  return (
    <LanguageProvider>
      <LookProvider>
        <Dressed />
      </LookProvider>
    </LanguageProvider>
  );
}

function Dressed() {
  const { language } = useLanguage();
  const { isDark } = useLook();
  const theme = useMemo(() => antdTheme(isDark), [isDark]);
  return (
    <ConfigProvider
      theme={theme}
      locale={language === 'zh' ? zhCN : undefined}
      button={{ autoInsertSpace: false }}
    >
      <QueryClientProvider client={queryClient}>
        <RouterProvider router={router} />
      </QueryClientProvider>
    </ConfigProvider>
  );
}
