import { describe, expect, it } from 'vitest';
import { NoticeList } from './notice-list';

describe('W5: what was said is not lost', () => {
  it('a notice that was put away is in the log', () => {
    const notices = new NoticeList();
    notices.tell('said', '甲');
    notices.dismissAll();
    expect(notices.shown.get()).toEqual([]);
    expect(notices.log.get().map(({ message }) => message)).toEqual(['甲']);
  });
  it('a failure counts as unseen until it is put away by hand or the list was looked at', () => {
    const notices = new NoticeList();
    notices.tell('failed', '甲');
    notices.tell('failed', '乙');
    notices.tell('done', '丙');
    expect(notices.unseen.get()).toBe(2);
    // A later success takes the message away, but nobody has seen it.
    notices.clearFailures();
    expect(notices.unseen.get()).toBe(2);
    notices.dismiss(notices.log.get()[0]?.id ?? -1);
    expect(notices.unseen.get()).toBe(1);
    notices.seeAll();
    expect(notices.unseen.get()).toBe(0);
  });
});
