import { describe, expect, it, vi } from 'vitest';
import { NoticeList } from './notice-list';

const shown = (list: NoticeList): readonly string[] => list.shown.get().map(({ message }) => message);

describe('what the window has to say', () => {
  it('three at once: the oldest goes, a failure stays; 通知 has all', () => {
    const list = new NoticeList();
    list.tell('failed', '没有保存');
    for (const message of ['一', '二', '三']) list.tell('said', message);
    expect(shown(list)).toEqual(['没有保存', '二', '三']);
    expect(list.log.get().map(({ message }) => message)).toEqual(['没有保存', '一', '二', '三']);
    expect(list.unseen.get()).toBe(1);
  });

  it('the same said again and again stands once, the newest of them; 通知 has all', () => {
    const list = new NoticeList();
    list.tell('said', '没有可撤销的修改。');
    list.tell('failed', '没有保存');
    list.tell('said', '没有可撤销的修改。', { step: 3 });
    list.tell('failed', '没有保存');
    list.tell('said', '没有可重做的修改。');
    expect(shown(list)).toEqual(['没有可撤销的修改。', '没有保存', '没有可重做的修改。']);
    expect(list.shown.get()[0]?.step).toBe(3);
    expect(list.log.get()).toHaveLength(5);
    // It is put away once.
    expect(list.unseen.get()).toBe(1);
    list.dismiss(list.shown.get()[1]!.id);
    expect([shown(list), list.unseen.get()]).toEqual([['没有可撤销的修改。', '没有可重做的修改。'], 0]);
    // Another kind of news in the same words is another.
    list.tell('done', '没有可重做的修改。');
    expect(shown(list)).toHaveLength(3);
  });

  it('four failures: the newest are shown', () => {
    const list = new NoticeList();
    for (const message of ['一', '二', '三', '四']) list.tell('failed', message);
    expect(shown(list)).toEqual(['二', '三', '四']);
    expect(list.unseen.get()).toBe(4);
  });

  it('what was said of an unsaved text goes when it is saved; the log keeps it', () => {
    const list = new NoticeList();
    list.tell('said', '草稿还没有存盘', { untilSaved: true });
    list.tell('said', '注意');
    list.saved();
    expect(shown(list)).toEqual(['注意']);
    expect(list.log.get()).toHaveLength(2);
  });

  it('good news goes by itself', () => {
    vi.useFakeTimers();
    const list = new NoticeList();
    list.tell('done', '已导出');
    list.tell('said', '注意');
    vi.advanceTimersByTime(31_000);
    expect(shown(list)).toEqual(['注意']);
    vi.useRealTimers();
  });

  it('what was said of a step goes with it when it is undone; the log keeps it', () => {
    const list = new NoticeList();
    list.tell('said', '已删除版式', { step: 3 });
    list.tellInstead('粘贴：', '粘贴：认出 2 处标题', { step: 4 });
    list.tell('said', '注意');
    list.undone(3);
    expect(shown(list)).toEqual(['粘贴：认出 2 处标题', '注意']);
    list.undone(4);
    expect(shown(list)).toEqual(['注意']);
    expect(list.log.get()).toHaveLength(3);
  });
});
