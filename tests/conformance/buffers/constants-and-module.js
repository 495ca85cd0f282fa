const buffer = require('buffer');
console.log(buffer.Buffer === Buffer, buffer.constants.MAX_LENGTH > 2 ** 31, buffer.kMaxLength === buffer.constants.MAX_LENGTH, buffer.INSPECT_MAX_BYTES, buffer.isUtf8(Buffer.from('é')), buffer.isUtf8(Buffer.from([0xff])), buffer.isAscii(Buffer.from('a')), buffer.transcode(Buffer.from('é'), 'utf8', 'latin1'));
buffer.INSPECT_MAX_BYTES = 2; console.log(Buffer.from('abcd'));
