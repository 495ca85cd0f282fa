for (const encoding of ['utf8', 'utf16le', 'latin1', 'hex', 'base64', 'nope', undefined]) console.log(encoding, Buffer.byteLength('aé漢😀', encoding));
console.log(Buffer.byteLength('YWJj', 'base64'), Buffer.byteLength('YW==', 'base64'), Buffer.byteLength('616', 'hex'), Buffer.byteLength(new ArrayBuffer(9)), Buffer.isEncoding('UTF-8'), Buffer.isEncoding('hEx'), Buffer.isEncoding('utf7'), Buffer.isEncoding(5));
try { Buffer.from('x', 'nope'); } catch (error) { console.log(error.name, error.code, error.message); }
try { Buffer.from('x').toString('nope'); } catch (error) { console.log(error.code, error.message); }
try { Buffer.byteLength(5); } catch (error) { console.log(error.code, error.message); }
