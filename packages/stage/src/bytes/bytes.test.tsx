// @vitest-environment jsdom
import { cleanup, fireEvent, render, screen } from '@testing-library/react';
import { afterEach, describe, expect, it, vi } from 'vitest';
import type { StageSelection } from '../stage-props.ts';
import { handshakeTrace } from '../testing/handshake-trace.ts';
import { Bytes, type BytesProps } from './bytes.tsx';

afterEach(cleanup);

const trace = handshakeTrace();
const data = trace.slice(0).find((event) => event.kind === 'tcp.segment-sent' && event.length > 0);

function draw(selection: StageSelection, more: Partial<BytesProps> = {}) {
  const onSelect = vi.fn<BytesProps['onSelect']>();
  const base = { trace, length: trace.length, cursor: trace.length, language: 'en' as const, onSelect };
  const { container } = render(<Bytes {...base} selection={selection} {...more} />);
  return { container, onSelect };
}

const pointed = (box: HTMLElement) => [...box.querySelectorAll('.ls-byte[data-pointed]')].map((one) => one.textContent);

describe('the bytes stage', () => {
  it('shows all bytes of the chosen frame, each under its header', () => {
    const { container } = draw({ frame: 4 });
    const layers = [...container.querySelectorAll('.ls-byte')].map((one) => one.getAttribute('data-layer'));
    const count = (name: string) => layers.filter((layer) => layer === name).length;
    expect(['ethernet', 'ipv4', 'tcp', 'payload'].map(count)).toEqual([14, 20, 20, 12]);
  });

  it('takes the last frame sent before the cursor when none is chosen', () => {
    draw({}, { cursor: (data?.seq ?? 0) + 1 });
    expect(screen.getByText(`Bytes of step ${(data?.seq ?? 0) + 1}`)).toBeDefined();
  });

  it('frames the bytes of the chosen field and counts it from the initial number', () => {
    const { container } = draw({ frame: 4, field: '2.sequence' });
    expect(pointed(container)).toEqual(['9b', '38', 'c2', 'd6']);
    expect(screen.getByText('2 604 188 374')).toBeDefined();
    expect(screen.getByText('seq=1')).toBeDefined();
  });

  it('goes from a byte to its field by click, and by keyboard focus', () => {
    const { container, onSelect } = draw({ frame: 4 });
    const byte = container.querySelectorAll('.ls-byte')[38] as HTMLElement;
    expect(byte.getAttribute('aria-label')).toBe('9b, Sequence number');
    fireEvent.click(byte);
    expect(onSelect).toHaveBeenCalledWith({ frame: 4, field: '2.sequence' });
    fireEvent.focus(byte);
    expect(container.querySelector('[data-chosen] th')?.textContent).toBe('Sequence number');
  });

  it('goes from a field to its bytes by hover and click', () => {
    const { container, onSelect } = draw({ frame: 4 });
    const field = screen.getByRole('button', { name: 'Acknowledgment number' });
    fireEvent.mouseEnter(field.closest('tr') as HTMLElement);
    expect(pointed(container)).toEqual(['2a', '8d', '54', '41']);
    fireEvent.click(field);
    expect(onSelect).toHaveBeenCalledWith({ frame: 4, field: '2.acknowledgment' });
  });

  it('judges the checksum in words', () => {
    draw({ frame: 4, field: '2.checksum' });
    expect(screen.getByText('correct')).toBeDefined();
    cleanup();
    draw({ frame: 4, field: '2.checksum' }, { language: 'zh' });
    expect(screen.getByText('正确')).toBeDefined();
    expect(screen.getByText('校验和')).toBeDefined();
  });

  it('moves through the bytes by arrow keys, with one of them in the tab order', () => {
    const { container } = draw({ frame: 4 });
    const bytes = [...container.querySelectorAll<HTMLElement>('.ls-byte')];
    expect(bytes.filter((one) => one.tabIndex === 0)).toHaveLength(1);
    bytes[0]?.focus();
    fireEvent.keyDown(bytes[0] as HTMLElement, { key: 'ArrowDown' });
    expect(document.activeElement).toBe(bytes[16]);
  });

  it('says so while no frame has crossed', () => {
    draw({}, { cursor: 0 });
    expect(screen.getByText('No frame has crossed the cable yet.')).toBeDefined();
  });
});
