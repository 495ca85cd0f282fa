import kit from 'kit';
import part from 'kit/part';
console.log(kit, part);
await import('kit/secret').catch((error) => console.log(error.code));
await import('no-such-package').catch((error) => console.log(error.code));
