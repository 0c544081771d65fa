// Which stage asks for confirmed figures.

/** Whether a stage is the one that goes before the conference (大会稿, 大会稿（二）). */
export const isForConference = (stage: string | null): boolean => (stage ?? '').trim().startsWith('大会稿');
