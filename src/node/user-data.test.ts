import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { userDataFolder } from './user-data';

describe('the folder that the window has too', () => {
  it.each<[NodeJS.Platform, NodeJS.ProcessEnv, string[]]>([
    ['linux', {}, ['/home/zhang', '.config', 'banxin']],
    ['linux', { XDG_CONFIG_HOME: '/data' }, ['/data', 'banxin']],
    ['linux', { XDG_CONFIG_HOME: '' }, ['/home/zhang', '.config', 'banxin']],
    ['darwin', { XDG_CONFIG_HOME: '/data' }, ['/home/zhang', 'Library', 'Application Support', 'banxin']],
    ['win32', { APPDATA: '/roaming' }, ['/roaming', 'banxin']],
    ['win32', {}, ['/home/zhang', 'AppData', 'Roaming', 'banxin']],
  ])('%s %j', (platform, env, wanted) => {
    expect(userDataFolder(platform, env, '/home/zhang')).toBe(path.join(...wanted));
  });
});
