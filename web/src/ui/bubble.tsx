import { Drawer, Popover } from 'antd';
import type { ReactElement, ReactNode } from 'react';
import { usePhone } from '#platform/media';

interface BubbleProps {
  readonly title: string;
  readonly content: ReactNode;
  readonly open: boolean;
  readonly onOpen: (open: boolean) => void;
  /** the button it belongs to */
  readonly children: ReactElement;
}

/** A small form beside its button; on a phone, where there is no beside, a sheet from below. */
export function Bubble({ title, content, open, onOpen, children }: BubbleProps) {
  if (!usePhone()) {
    return (
      <Popover
        content={<div className="zt-bubble">{content}</div>}
        trigger="click"
        open={open}
        onOpenChange={onOpen}
        placement="bottomLeft"
        destroyOnHidden
      >
        {children}
      </Popover>
    );
  }
  return (
    <>
      {/* biome-ignore lint/a11y/noStaticElementInteractions: the button inside is what is pressed; its press is only listened to */}
      {/* biome-ignore lint/a11y/useKeyWithClickEvents: a button turns keys into clicks by itself */}
      <span className="zt-bubble-button" onClick={() => onOpen(true)}>
        {children}
      </span>
      <Drawer open={open} onClose={() => onOpen(false)} placement="bottom" size="auto" title={title} destroyOnHidden>
        {content}
      </Drawer>
    </>
  );
}
