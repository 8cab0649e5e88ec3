import { Link } from '@tanstack/react-router';
import { Fragment } from 'react';
import { useLanguage } from '../../parts/language.tsx';
import { overviewWords as w } from '../../words/overview.ts';
import './flow.css';

/** One number of a station, and the list behind it; absent where the reader may not open it. */
export interface Figure {
  text: string;
  count: number;
  to?: string;
  search?: Record<string, unknown>;
  /** `act`: a person has to do something; `wait`: the hub does it by itself. */
  tone?: 'act' | 'wait' | 'good';
}

export interface Station {
  name: string;
  about: string;
  figures: Figure[];
}

/** The way from WeChat into the ERP, with what is where; the ERP's changes come back below. */
export function Flow({ stations, back }: { stations: readonly Station[]; back: readonly Figure[] }) {
  const { say } = useLanguage();
  return (
    <section className="card" aria-label={say(w.flow)}>
      <ol className="flow">
        {stations.map((station, index) => (
          <Fragment key={station.name}>
            {index > 0 && <li className="flow-arrow" aria-hidden="true" />}
            <li className="flow-station">
              <h2>{station.name}</h2>
              <p className="muted small">{station.about}</p>
              {station.figures.map((figure) => (
                <FigureLink key={figure.text} figure={figure} />
              ))}
            </li>
          </Fragment>
        ))}
      </ol>
      <div className="flow-back">
        <span className="flow-back-line" aria-hidden="true" />
        {back.map((figure) => (
          <FigureLink key={figure.text} figure={figure} />
        ))}
        <span className="flow-back-line" aria-hidden="true" />
      </div>
    </section>
  );
}

function FigureLink({ figure: { text, count, to, search, tone } }: { figure: Figure }) {
  const { language } = useLanguage();
  const name = `figure ${count === 0 || tone === undefined ? '' : tone}`;
  const said = (
    <>
      <strong>{count.toLocaleString(language === 'zh' ? 'zh-CN' : 'en')}</strong> {text}
    </>
  );
  if (to === undefined) return <span className={name}>{said}</span>;
  return (
    <Link to={to} search={search as never} className={name}>
      {said}
    </Link>
  );
}
