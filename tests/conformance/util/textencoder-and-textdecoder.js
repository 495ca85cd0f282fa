console.log(new TextEncoder().encode('aé漢😀'), new TextEncoder().encodeInto('é!', new Uint8Array(2)));
const decoder = new TextDecoder();
console.log(decoder.decode(new Uint8Array([0xe6, 0xbc, 0xa2])), decoder.encoding, decoder.fatal, decoder.ignoreBOM);
const streaming = new TextDecoder('utf-8');
console.log(streaming.decode(new Uint8Array([0xf0, 0x9f]), { stream: true }) + streaming.decode(new Uint8Array([0x98, 0x80])));
console.log(JSON.stringify(decoder.decode(new Uint8Array([0xff, 0x61]))), JSON.stringify(decoder.decode(new Uint8Array([0xef, 0xbb, 0xbf, 0x62]))));
try { new TextDecoder('utf-8', { fatal: true }).decode(new Uint8Array([0xff])); } catch (error) { console.log(error.name, error.code, error.message); }
console.log(new TextDecoder('utf-16le').decode(new Uint8Array([0x61, 0, 0x62, 0])), new TextDecoder('latin1').encoding);
try { new TextDecoder('nope'); } catch (error) { console.log(error.name, error.code, error.message); }
console.log(require('util').TextEncoder === TextEncoder);
