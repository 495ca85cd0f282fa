for (const text of ['', '{', '{"a":}', '[1,]', 'undefined', '{"a":1}x', "{'a':1}", '"open']) {
  try { JSON.parse(text); } catch (error) { console.log(error.name + ': ' + error.message); }
}
const loop = {}; loop.self = loop;
try { JSON.stringify(loop); } catch (error) { console.log(error.name + ': ' + error.message); }
try { JSON.stringify(1n); } catch (error) { console.log(error.name + ': ' + error.message); }
