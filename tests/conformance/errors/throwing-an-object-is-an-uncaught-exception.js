throw { code: 7, nested: { why: ['a', 'b'] } };
