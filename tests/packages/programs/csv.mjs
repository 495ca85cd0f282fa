// CSV to objects, filtered, and back.
import { Readable, Transform } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { parse } from 'csv-parse';
import { stringify } from 'csv-stringify';

const chunks = ['id,name,age\n1,Ann,30\n2,"Bob, Jr",2', '5\n3,"C ""y""",40\n'];
let text = '';
await pipeline(
  Readable.from(chunks),
  parse({ columns: true, cast: true }),
  new Transform({
    objectMode: true,
    transform(record, encoding, callback) {
      callback(null, record.age > 26 ? record : undefined);
    },
  }),
  stringify({ header: true }),
  async (source) => { for await (const chunk of source) text += chunk; },
);
console.log(text);

const strict = parse({ delimiter: ';' });
strict.on('data', (record) => console.log(record));
strict.on('error', (error) => console.log(error.code, error.message));
strict.write('a;b\n');
strict.end('c;d;e\n');
