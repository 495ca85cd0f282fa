console.log({
  id: 17, name: 'Order', open: true, tags: ['new', 'paid'], customer: { name: 'Ann', address: { city: 'Bern', zip: '3000', geo: { lat: 46.9, lon: 7.4 } } },
  lines: [{ sku: 'A-1', count: 2, price: 9.5 }, { sku: 'B-7', count: 1, price: 120, options: { gift: true, wrap: { colour: 'red' } } }],
  totals: new Map([['net', 139], ['tax', 10.7]]), notes: null, placed: new Date(1700000000000), cancel() {},
});
