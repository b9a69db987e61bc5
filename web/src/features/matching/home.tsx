import { getHome, type Home as HomePage } from '@zhitong/contract/matching/home-contract';
import { moneyText } from '@zhitong/domain/matching/money-text';
import { Button, Input } from 'antd';
import { useState } from 'react';
import { useGo } from '#platform/address';
import { useMinute } from '#platform/clock';
import { useLanguage } from '#platform/display';
import { formatInstant } from '#platform/format-date';
import { useAsk } from '#platform/query';
import { useText } from '#platform/text';
import { AppLink } from '#ui/app-link';
import { Light } from '#ui/light';
import { Page } from '#ui/page';
import { Answered } from '#ui/states';
import { homeText } from './home-text.ts';
import { HomeWaiting } from './home-waiting.tsx';

const shownRows = 7;
const shownRecent = 5;

/** What waits for me, and until when? */
export function Home({ bureau }: { bureau: boolean }) {
  const say = useText(homeText);
  const home = useAsk(getHome, {});
  const waiting = home.data?.waitingTotal ?? 0;
  const quiet = bureau ? say('nothingWaitsBureau') : say('nothingWaits');
  return (
    <Page title={say('title')} finding={home.data && (waiting > 0 ? say('waiting', { count: waiting }) : quiet)}>
      <Answered asked={home} rows={6}>
        {({ waiting: rows, waitingTotal, recent, figures }) => (
          <div className="zt-home">
            {rows.length > 0 && <HomeWaiting rows={rows.slice(0, shownRows)} total={waitingTotal} acts={!bureau} />}
            {!bureau && <PasteField />}
            <Figures figures={figures} bureau={bureau} />
            <Lists lists={figures.lists} />
            <Recent rows={recent.slice(0, shownRecent)} />
          </div>
        )}
      </Answered>
    </Page>
  );
}

/** The composer's field itself: paste here, and the composer opens with the text. */
function PasteField() {
  const say = useText(homeText);
  const go = useGo();
  const [text, setText] = useState('');
  return (
    <form
      className="zt-card zt-home-paste"
      onSubmit={(event) => {
        event.preventDefault();
        go(text.trim() ? `/needs/new?text=${encodeURIComponent(text.trim())}` : '/needs/new');
      }}
    >
      <Input.TextArea
        aria-label={say('pastePlaceholder')}
        placeholder={say('pastePlaceholder')}
        // no autoSize: it measures through a style attribute, which the content security policy forbids
        rows={3}
        value={text}
        onChange={(event) => setText(event.target.value)}
      />
      <Button type="primary" htmlType="submit">
        {say('pastePost')}
      </Button>
    </form>
  );
}

interface FiguresProps {
  readonly figures: HomePage['figures'];
  readonly bureau: boolean;
}

/** One line of own figures; each leads to the rows it sums. */
function Figures({ figures, bureau }: FiguresProps) {
  const say = useText(homeText);
  const language = useLanguage();
  return (
    <p className="zt-home-figures zt-figures">
      <AppLink to="/needs?state=open">{say('openNeeds', { count: figures.openNeeds })}</AppLink>
      {!bureau && (
        <AppLink to="/opportunities?state=waiting">
          {say('openOpportunities', { count: figures.openOpportunities })}
        </AppLink>
      )}
      <AppLink to="/deals?state=confirmed">
        {say('counted', { money: moneyText(figures.countedFen, language) })}
      </AppLink>
    </p>
  );
}

const colours = ['red', 'yellow', 'green'] as const;

/** The open needs of each list and their lights; each figure is the address of its rows. */
function Lists({ lists }: { lists: HomePage['figures']['lists'] }) {
  const say = useText(homeText);
  return (
    <ul className="zt-home-lists zt-figures">
      {lists.map(({ list, open, ...lights }) => (
        <li key={list}>
          <AppLink to={`/needs?list=${list}&state=open`}>{say(`list.${list}`, { count: open })}</AppLink>
          {colours
            .filter((colour) => lights[colour] > 0)
            .map((colour) => (
              <AppLink key={colour} to={`/needs?list=${list}&state=open&light=${colour}`}>
                <Light colour={colour} words={lights[colour].toLocaleString('en-GB')} />
              </AppLink>
            ))}
        </li>
      ))}
    </ul>
  );
}

function Recent({ rows }: { rows: readonly { readonly text: string; readonly at: string; readonly link: string }[] }) {
  const say = useText(homeText);
  const language = useLanguage();
  const minute = useMinute();
  return (
    <section aria-labelledby="recent" className="zt-card zt-home-recent">
      <h2 id="recent">{say('recent')}</h2>
      {rows.length === 0 && <p className="zt-ink-3">{say('noRecent')}</p>}
      <ul>
        {rows.map((row) => (
          <li key={`${row.at}${row.link}${row.text}`}>
            <AppLink to={row.link} className="zt-quiet-link">
              {row.text}
            </AppLink>
            <span className="zt-meta zt-nowrap">{formatInstant(row.at, minute, language)}</span>
          </li>
        ))}
      </ul>
    </section>
  );
}
