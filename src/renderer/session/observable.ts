// A value that can be watched: all the state there is between the session, the
// page feed and React. Listeners run at once, in the order they came.
import { useSyncExternalStore } from 'react';

export interface Watched<T> {
  readonly get: () => T;
  /** @returns unsubscribe. */
  readonly watch: (listener: () => void) => () => void;
}

export class Observable<T> implements Watched<T> {
  #value: T;
  readonly #listeners = new Set<() => void>();

  constructor(value: T) {
    this.#value = value;
  }

  // Arrow functions: React keeps them as they are, without their object.
  readonly get = (): T => this.#value;

  readonly watch = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };

  set(value: T): void {
    if (Object.is(value, this.#value)) return;
    this.#value = value;
    for (const listener of this.#listeners) listener();
  }
}

/** The value in a component; the component is drawn again when it changes. */
export function useWatched<T>(watched: Watched<T>): T {
  return useSyncExternalStore(watched.watch, watched.get);
}

/** A part of the value; the component is drawn again only when the part is another one (`Object.is`). */
export function useSelected<T, P>(watched: Watched<T>, select: (value: T) => P): P {
  return useSyncExternalStore(watched.watch, () => select(watched.get()));
}
