// Builds window.banxin: one function a method of the contract, one subscription a
// event, nothing else: no channel name, no generic invoke, no process. CommonJS,
// because a sandboxed preload must be.
import { contextBridge, ipcRenderer, webUtils, type IpcRendererEvent } from 'electron';
import { channel, EVENTS, FILE_METHODS, METHODS, type BanxinEvents, type WindowApi } from '../ipc/index';

const api: Record<string, unknown> = {};

for (const name of METHODS) {
  api[name] = (...args: unknown[]): Promise<unknown> => ipcRenderer.invoke(channel(name), ...args);
}

// A dropped file has a path, but only preload can see it: the window hands over the File itself.
for (const name of FILE_METHODS) api[name] = (file: File): Promise<unknown> => ipcRenderer.invoke(channel(name), webUtils.getPathForFile(file));

api['on'] = <E extends keyof BanxinEvents>(event: E, listener: (payload: BanxinEvents[E]) => void): (() => void) => {
  if (!EVENTS.includes(event)) throw new RangeError(`no such event: ${event}`);
  const forward = (_: IpcRendererEvent, payload: BanxinEvents[E]): void => listener(payload);
  ipcRenderer.on(channel(event), forward);
  return () => ipcRenderer.removeListener(channel(event), forward);
};

contextBridge.exposeInMainWorld('banxin', api as unknown as WindowApi<File>);
