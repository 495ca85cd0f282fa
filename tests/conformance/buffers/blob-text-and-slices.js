const blob = new Blob(['hello ', Buffer.from('world'), new Uint8Array([33])], { type: 'text/plain' });
(async () => { console.log(blob.size, blob.type, await blob.text(), await blob.slice(6, 11).text(), (await blob.arrayBuffer()).byteLength, blob); })();
