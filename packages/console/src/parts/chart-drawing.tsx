import { BarChart, LineChart } from 'echarts/charts';
import { GridComponent, LegendComponent, TooltipComponent } from 'echarts/components';
import { init, use } from 'echarts/core';
import { SVGRenderer } from 'echarts/renderers';
import { useEffect, useRef } from 'react';
import type { ChartData } from './chart.tsx';
import { useLook } from './look.tsx';

use([BarChart, LineChart, GridComponent, LegendComponent, TooltipComponent, SVGRenderer]);

const COLOURS = {
  light: ['#0b5cad', '#2a9d8f', '#e0a33a', '#9a6bc2', '#c96a52', '#6b7785'],
  dark: ['#6db1f2', '#4cc0b0', '#e3b45a', '#b794dc', '#e08b74', '#9aa6b2'],
};

/** Loaded only where a chart is: echarts weighs half as much as the first page. */
export function ChartDrawing({ data }: { data: ChartData }) {
  const place = useRef<HTMLDivElement>(null);
  const { isDark } = useLook();
  useEffect(() => {
    const chart = init(place.current, null, { renderer: 'svg' });
    chart.setOption(optionsOf(data, isDark));
    const watcher = new ResizeObserver(() => chart.resize());
    watcher.observe(place.current as HTMLDivElement);
    return () => {
      watcher.disconnect();
      chart.dispose();
    };
  }, [data, isDark]);
  return <div ref={place} className="chart-place" />;
}

function optionsOf({ labels, series, kind, unit = '' }: ChartData, isDark: boolean) {
  const text = isDark ? '#9aa6b2' : '#5a6673';
  const line = isDark ? '#2d353e' : '#dfe4ea';
  return {
    animation: false,
    color: COLOURS[isDark ? 'dark' : 'light'],
    grid: { left: 8, right: 12, top: 12, bottom: series.length > 1 ? 34 : 6, containLabel: true },
    tooltip: {
      trigger: 'axis',
      valueFormatter: (value: unknown) => `${value ?? '–'}${unit}`,
      backgroundColor: isDark ? '#181d23' : '#ffffff',
      textStyle: { color: isDark ? '#e6e9ed' : '#1c2530' },
    },
    legend: series.length > 1 ? { bottom: 0, textStyle: { color: text }, type: 'scroll' } : undefined,
    xAxis: {
      type: 'category',
      data: labels,
      axisLabel: { color: text },
      axisLine: { lineStyle: { color: line } },
    },
    yAxis: {
      type: 'value',
      minInterval: 1,
      axisLabel: { color: text, formatter: `{value}${unit}` },
      splitLine: { lineStyle: { color: line } },
    },
    series: series.map(({ name, values }) => ({
      name,
      data: values,
      // A line through one day is a dot.
      type: kind === 'lines' && values.length > 1 ? 'line' : 'bar',
      stack: kind === 'stacked' ? 'all' : undefined,
      barMaxWidth: 36,
      connectNulls: true,
      showSymbol: values.length < 3,
    })),
  };
}
