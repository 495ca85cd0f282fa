BigInt(1.5);
