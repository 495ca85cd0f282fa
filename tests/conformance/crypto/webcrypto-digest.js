'use strict';

const { subtle } = require('crypto').webcrypto;
process.env.UV_THREADPOOL_SIZE = '1';
const attempt = (label, f) => f().then((value) => console.log(label, value), (error) => console.log(label, error.name, error.code, error.message));
for (const name of ['SHA-1', 'SHA-256', 'SHA-384', 'SHA-512', 'sha-256']) attempt(name, () => subtle.digest(name, Buffer.from('abc')));
attempt('object', () => subtle.digest({ name: 'SHA-256' }, new Uint16Array([1, 2])));
attempt('memory', () => subtle.digest('SHA-1', new ArrayBuffer(3)));
attempt('empty', () => subtle.digest('SHA-1', new Uint8Array(0)));
attempt('md5', () => subtle.digest('md5', Buffer.from('a')));
attempt('number', () => subtle.digest(5, Buffer.from('a')));
attempt('no name', () => subtle.digest({}, Buffer.from('a')));
attempt('text', () => subtle.digest('SHA-256', 'a'));
attempt('one argument', () => subtle.digest('SHA-256'));
attempt('no argument', () => subtle.digest());
attempt('this', () => subtle.digest.call({}, 'SHA-256', Buffer.from('a')));
