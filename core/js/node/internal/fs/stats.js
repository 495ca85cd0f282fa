'use strict';

// What stat() and statfs() tell. Source: Node.js documentation "Class: fs.Stats".

const {
  BigInt,
  Date,
  FunctionPrototypeCall,
  MathRound,
  Number,

  ObjectSetPrototypeOf,
} = primordials;
const { constants } = require('internal/fs/constants');

const { S_IFBLK, S_IFCHR, S_IFDIR, S_IFIFO, S_IFLNK, S_IFMT, S_IFREG, S_IFSOCK } = constants;

const kNsPerMs = 1_000_000n;
const kNsPerSecond = 1_000_000_000n;
const kMsPerSecond = 1000;

function StatsBase(dev, mode, nlink, uid, gid, rdev, blksize, ino, size, blocks) {
  this.dev = dev;
  this.mode = mode;
  this.nlink = nlink;
  this.uid = uid;
  this.gid = gid;
  this.rdev = rdev;
  this.blksize = blksize;
  this.ino = ino;
  this.size = size;
  this.blocks = blocks;
}

const kTypeTests = [
  ['isDirectory', S_IFDIR], ['isFile', S_IFREG], ['isBlockDevice', S_IFBLK], ['isCharacterDevice', S_IFCHR],
  ['isSymbolicLink', S_IFLNK], ['isFIFO', S_IFIFO], ['isSocket', S_IFSOCK],
];
for (let i = 0; i < kTypeTests.length; i++) {
  const { 0: name, 1: type } = kTypeTests[i];
  StatsBase.prototype[name] = function() {
    return this._checkModeProperty(type);
  };
}

function dateOf(ms) {
  return new Date(MathRound(Number(ms)));
}

function Stats(dev, mode, nlink, uid, gid, rdev, blksize, ino, size, blocks, atimeMs, mtimeMs, ctimeMs, birthtimeMs) {
  FunctionPrototypeCall(StatsBase, this, dev, mode, nlink, uid, gid, rdev, blksize, ino, size, blocks);
  this.atimeMs = atimeMs;
  this.mtimeMs = mtimeMs;
  this.ctimeMs = ctimeMs;
  this.birthtimeMs = birthtimeMs;
  this.atime = dateOf(atimeMs);
  this.mtime = dateOf(mtimeMs);
  this.ctime = dateOf(ctimeMs);
  this.birthtime = dateOf(birthtimeMs);
}
ObjectSetPrototypeOf(Stats.prototype, StatsBase.prototype);
ObjectSetPrototypeOf(Stats, StatsBase);
// As in Node, though StatsBase has it.
Stats.prototype.isFile = StatsBase.prototype.isFile;
Stats.prototype._checkModeProperty = function(type) {
  return (this.mode & S_IFMT) === type;
};

function BigIntStats(dev, mode, nlink, uid, gid, rdev, blksize, ino, size, blocks,
                     atimeNs, mtimeNs, ctimeNs, birthtimeNs) {
  FunctionPrototypeCall(StatsBase, this, dev, mode, nlink, uid, gid, rdev, blksize, ino, size, blocks);
  this.atimeMs = atimeNs / kNsPerMs;
  this.mtimeMs = mtimeNs / kNsPerMs;
  this.ctimeMs = ctimeNs / kNsPerMs;
  this.birthtimeMs = birthtimeNs / kNsPerMs;
  this.atimeNs = atimeNs;
  this.mtimeNs = mtimeNs;
  this.ctimeNs = ctimeNs;
  this.birthtimeNs = birthtimeNs;
  this.atime = dateOf(this.atimeMs);
  this.mtime = dateOf(this.mtimeMs);
  this.ctime = dateOf(this.ctimeMs);
  this.birthtime = dateOf(this.birthtimeMs);
}
ObjectSetPrototypeOf(BigIntStats.prototype, StatsBase.prototype);
ObjectSetPrototypeOf(BigIntStats, StatsBase);
BigIntStats.prototype._checkModeProperty = function(type) {
  return (this.mode & BigInt(S_IFMT)) === BigInt(type);
};

// Of the binding's eighteen numbers: a time is seconds and nanoseconds.
function statsFrom(n) {
  if (typeof n[0] === 'bigint') {
    const ns = (at) => n[at] * kNsPerSecond + n[at + 1];
    return new BigIntStats(n[0], n[1], n[2], n[3], n[4], n[5], n[6], n[7], n[8], n[9], ns(10), ns(12), ns(14), ns(16));
  }
  const ms = (at) => n[at] * kMsPerSecond + n[at + 1] / 1e6;
  return new Stats(n[0], n[1], n[2], n[3], n[4], n[5], n[6], n[7], n[8], n[9], ms(10), ms(12), ms(14), ms(16));
}

class StatFs {
  constructor(type, bsize, blocks, bfree, bavail, files, ffree) {
    this.type = type;
    this.bsize = bsize;
    this.blocks = blocks;
    this.bfree = bfree;
    this.bavail = bavail;
    this.files = files;
    this.ffree = ffree;
  }
}

function statFsFrom(n) {
  return new StatFs(n[0], n[1], n[2], n[3], n[4], n[5], n[6]);
}

function isRegularFile(n) {
  return (Number(n[1]) & S_IFMT) === S_IFREG;
}

// Where the numbers that others look at lie.
const kMode = 1;
const kSize = 8;

module.exports = { BigIntStats, Stats, isRegularFile, kMode, kSize, statFsFrom, statsFrom };
