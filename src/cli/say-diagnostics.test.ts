import { afterEach, describe, expect, it, vi } from 'vitest';
import type { Diagnostic } from '../core/diagnostic';
import { say } from './print';
import { sayDiagnostics } from './say-diagnostics';

vi.mock('./print', () => ({ say: vi.fn<(text: string) => void>() }));

const warning = (message: string): Diagnostic => ({ severity: 'warning', code: 'field-empty', message, at: null, suggestion: '补上' });

function said(diagnostics: readonly Diagnostic[]): readonly string[] {
  sayDiagnostics(diagnostics);
  return vi.mocked(say).mock.calls.map(([text]) => text);
}

describe('diagnostics for people', () => {
  afterEach(() => { vi.clearAllMocks(); });

  it('what is missing in many places is said once, with how many', () => {
    expect(said([...Array.from({ length: 21 }, () => warning('会议信息缺“地名”')), warning('会议信息缺“次”')])).toEqual(['提示：会议信息缺“地名”（补上），共 21 处', '提示：会议信息缺“次”（补上）']);
  });

  it('twenty of different words, the rest by number', () => {
    const lines = said(Array.from({ length: 23 }, (_, i) => warning(`第${i}处`)));
    expect([lines.length, lines.at(-1)]).toEqual([21, '……还有 3 条提示']);
  });
});
