import fs, { existsSync } from 'node:fs';
import EventEmitter, { once } from 'events';
import * as util from 'util';
console.log(fs.existsSync === existsSync, EventEmitter.once === once, util.default.format === util.format);
