const buffer = Buffer.from('this is a buffer, is it');
console.log(buffer.indexOf('is'), buffer.indexOf('is', 3), buffer.lastIndexOf('is'), buffer.indexOf(Buffer.from('buffer')), buffer.indexOf(0x62), buffer.indexOf('zz'), buffer.includes('it'), buffer.indexOf('is', -7), buffer.indexOf(''), buffer.indexOf('69', 0, 'hex'));
try { buffer.indexOf({}); } catch (error) { console.log(error.code); }
