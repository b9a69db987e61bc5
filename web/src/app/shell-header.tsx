import { BellOutlined, SearchOutlined } from '@ant-design/icons';
import { getWelcome } from '@zhitong/contract/directory/session-contract';
import { listInbox } from '@zhitong/contract/matching/inbox-contract';
import type { Language } from '@zhitong/domain/language';
import { keepDisplay } from '#features/directory/session';
import { chooseBeforeSignIn, useLanguage } from '#platform/display';
import { useMay } from '#platform/may';
import { usePhone } from '#platform/media';
import { useAsk } from '#platform/query';
import { useText } from '#platform/text';
import { AppLink } from '#ui/app-link';
import { appText } from './app-text.ts';
import { DisplayMenu } from './display-menu.tsx';
import type { Layer } from './layers.tsx';
import { LiveMark } from './live-mark.tsx';
import { NameMenu } from './name-menu.tsx';
import { useViewer } from './viewer-context.tsx';

export function ShellHeader({ onOpen }: { onOpen: (layer: Layer) => void }) {
  const say = useText(appText);
  const phone = usePhone();
  const { watching } = useViewer();
  // notices are the person’s own: nobody else reads them, nor their stream
  const told = useMay()('inbox.see') && !watching;
  return (
    <header className="zt-header">
      <Brand />
      <button type="button" className="zt-search-button" onClick={() => onOpen('search')}>
        <SearchOutlined aria-hidden="true" />
        <span className="zt-search-words">{phone ? say('searchShort') : say('search')}</span>
        {!phone && <kbd>Ctrl K</kbd>}
      </button>
      <div className="zt-header-tools">
        {told && <LiveMark />}
        {told && <NoticeButton onOpen={() => onOpen('notices')} />}
        {!phone && <LanguageButton onChoose={(language) => keepDisplay({ language })} />}
        {!phone && <DisplayMenu onKeys={() => onOpen('keys')} />}
        {!phone && <NameMenu />}
      </div>
    </header>
  );
}

/** The header while it is not known who is there. */
export function BareHeader() {
  return (
    <header className="zt-header">
      <Brand />
      <div className="zt-header-tools">
        <LanguageButton onChoose={(language) => chooseBeforeSignIn({ language })} />
      </div>
    </header>
  );
}

function Brand() {
  const say = useText(appText);
  const phone = usePhone();
  const welcome = useAsk(getWelcome, {});
  return (
    <AppLink to="/" className="zt-brand">
      <Logo />
      <strong>{say('name')}</strong>
      {!phone && <span lang="zh">{welcome.data?.city.name}</span>}
    </AppLink>
  );
}

function NoticeButton({ onOpen }: { onOpen: () => void }) {
  const say = useText(appText);
  const inbox = useAsk(listInbox, { query: { limit: 50 } });
  const unread = inbox.data?.unread ?? 0;
  return (
    <button type="button" className="zt-tool" onClick={onOpen}>
      <BellOutlined aria-hidden="true" />
      <span>{say('notices')}</span>
      {unread > 0 && <span className="zt-count">{unread > 99 ? '99+' : unread}</span>}
      {unread > 0 && <span className="zt-only-read">{say('unread')}</span>}
    </button>
  );
}

function LanguageButton({ onChoose }: { onChoose: (language: Language) => void }) {
  const language = useLanguage();
  const next = language === 'zh' ? 'en' : 'zh';
  return (
    <button type="button" className="zt-tool" lang={next} onClick={() => onChoose(next)}>
      {next === 'zh' ? '中文' : 'EN'}
    </button>
  );
}

function Logo() {
  return (
    <svg viewBox="0 0 32 32" width="24" height="24" aria-hidden="true">
      <rect width="32" height="32" rx="7" fill="var(--zt-primary)" />
      <path
        d="M7 20h7l4-8h7"
        fill="none"
        stroke="var(--zt-on-primary)"
        strokeWidth="3"
        strokeLinecap="round"
        strokeLinejoin="round"
      />
      <circle cx="7" cy="20" r="2.6" fill="var(--zt-on-primary)" />
      <circle cx="25" cy="12" r="2.6" fill="var(--zt-on-primary)" />
    </svg>
  );
}
