'use strict';

const { Readable, Writable, Duplex, Transform, pipeline } = require('stream');
const csv = ['id,name\n', '1,Ada\n2,Gr', 'ace\n3,Alan\n'];
const source = new Readable({ read() { this.push(csv.length ? csv.shift() : null); } });
class Lines extends Transform {
  constructor() { super({ readableObjectMode: true }); this.rest = ''; }
  _transform(chunk, encoding, callback) {
    const lines = (this.rest + chunk).split('\n');
    this.rest = lines.pop();
    for (const line of lines) this.push(line.split(','));
    callback();
  }
  _flush(callback) { if (this.rest) this.push(this.rest.split(',')); callback(); }
}
source.pipe(new Lines()).on('data', (row) => console.log(row)).on('end', () => console.log('no more rows'));
const echo = new Duplex({ read() {}, write(c, e, cb) { this.push('echo ' + c); cb(); }, final(cb) { this.push(null); cb(); } });
echo.on('data', (c) => console.log(String(c)));
echo.end('hi');
