export function patient<T>(ask: () => Promise<T>): Promise<T>;
