'use strict';

// What a relative reference means beside a base, in the legacy URL API: as a browser's <a href> had it when
// RFC 2396 was new. Source: Node.js documentation "url.resolve(from, to)".

const {
  ArrayPrototypeJoin,
  ArrayPrototypePop,
  ArrayPrototypePush,
  ArrayPrototypeShift,
  ArrayPrototypeSlice,
  ArrayPrototypeUnshift,
  ObjectAssign,
  StringPrototypeEndsWith,
  StringPrototypeIndexOf,
  StringPrototypeSplit,
} = primordials;
const { isHostless, isSlashed, Url } = require('internal/url_legacy');

function segmentsOf(pathname) {
  return pathname ? StringPrototypeSplit(pathname, '/') : [];
}

function finish(result) {
  result.href = result.format();
  return result;
}

function setPath(result) {
  if (result.pathname || result.search) result.path = (result.pathname || '') + (result.search || '');
}

// "//host/path": only the protocol is the base's.
function resolveHostReference(result, relative) {
  const { protocol } = result;
  ObjectAssign(result, relative);
  result.protocol = protocol;
  if (isSlashed(protocol) && result.hostname && !result.pathname) result.path = result.pathname = '/';
  return finish(result);
}

// The host of "http:host/path", whose slashes are missing, and the path that remains.
function hostOfPath(pathname) {
  const segments = segmentsOf(pathname);
  let host = '';
  while (segments.length > 0 && host === '') host = ArrayPrototypeShift(segments);
  if (segments[0] !== '') ArrayPrototypeUnshift(segments, '');
  if (segments.length < 2) ArrayPrototypeUnshift(segments, '');
  return { host, pathname: ArrayPrototypeJoin(segments, '/') };
}

// Of another protocol than the base: nothing of the base's place remains.
function resolveOtherProtocol(result, relative) {
  const { protocol } = relative;
  if (!isSlashed(protocol)) return finish(ObjectAssign(result, relative));
  result.protocol = protocol;
  let { host, hostname, pathname } = relative;
  if (!host && protocol !== 'file:' && protocol !== 'file' && !isHostless(protocol)) {
    ({ host, pathname } = hostOfPath(pathname));
    hostname = '';
  }
  result.pathname = pathname;
  result.search = relative.search;
  result.query = relative.query;
  result.host = host || '';
  result.auth = relative.auth;
  result.hostname = hostname || host;
  result.port = relative.port;
  setPath(result);
  result.slashes = result.slashes || relative.slashes;
  return finish(result);
}

// In "mailto:user@host/path" the host is the path's first segment for the time of resolution.
function moveHostToPath(record, segments) {
  if (!record.host) return;
  if (segments[0] === '') segments[0] = record.host;
  else ArrayPrototypeUnshift(segments, record.host);
}

function setHostFromPath(result, host) {
  result.host = result.hostname = host;
  if (!host || StringPrototypeIndexOf(host, '@') <= 0) return;
  const parts = StringPrototypeSplit(host, '@');
  result.auth = parts[0];
  result.host = result.hostname = parts[1];
}

// Segments with "." and ".." followed. Those ".." that lead above the first segment stay only if asked.
function followDots(segments, keepsClimbs) {
  const followed = [];
  let climbs = 0;
  for (let i = 0; i < segments.length; i++) {
    if (segments[i] === '.') continue;
    if (segments[i] !== '..') {
      ArrayPrototypePush(followed, segments[i]);
    } else if (followed.length > climbs) {
      ArrayPrototypePop(followed);
    } else if (keepsClimbs) {
      ArrayPrototypePush(followed, '..');
      climbs++;
    }
  }
  return followed;
}

// Whether the path names a folder, so that its text must end in a slash.
function namesFolder(segments, hasHost) {
  const last = segments[segments.length - 1];
  return last === '' || ((hasHost || segments.length > 1) && (last === '.' || last === '..'));
}

function takeHost(result, relative) {
  if (relative.host || relative.host === '') {
    if (result.host !== relative.host) result.auth = null;
    result.host = relative.host;
    result.port = relative.port;
  }
  if (relative.hostname || relative.hostname === '') {
    if (result.hostname !== relative.hostname) result.auth = null;
    result.hostname = relative.hostname;
  }
}

function takeQuery(result, relative) {
  result.search = relative.search;
  result.query = relative.query;
}

function startsWithSlash(pathname) {
  return Boolean(pathname) && pathname[0] === '/';
}

// A reference of the base's own protocol, or of none.
function resolvePathReference(result, relative) {
  const isAbsoluteReference = Boolean(relative.host) || startsWithSlash(relative.pathname);
  let mustBeAbsolute = isAbsoluteReference || startsWithSlash(result.pathname) ||
    Boolean(result.host && relative.pathname);
  const keepsClimbs = !mustBeAbsolute;
  let segments = segmentsOf(result.pathname);
  const added = segmentsOf(relative.pathname);
  const isHostInPath = Boolean(result.protocol) && !isSlashed(result.protocol);
  if (isHostInPath) {
    moveHostToPath(result, segments);
    result.host = result.hostname = '';
    result.port = null;
    if (relative.protocol) {
      moveHostToPath(relative, added);
      relative.host = relative.hostname = relative.port = result.auth = null;
    }
    mustBeAbsolute &&= added[0] === '' || segments[0] === '';
  }

  if (isAbsoluteReference) {
    takeHost(result, relative);
    takeQuery(result, relative);
    segments = added;
  } else if (added.length > 0) {
    takeQuery(result, relative);
    segments = [...ArrayPrototypeSlice(segments, 0, -1), ...added];
  } else if (relative.search !== null && relative.search !== undefined) {
    if (isHostInPath) setHostFromPath(result, ArrayPrototypeShift(segments));
    takeQuery(result, relative);
    setPath(result);
    return finish(result);
  }
  if (segments.length === 0) {
    result.pathname = null;
    result.path = result.search ? `/${result.search}` : null;
    return finish(result);
  }

  const isFolder = namesFolder(segments, Boolean(result.host || relative.host));
  segments = followDots(segments, keepsClimbs);
  if (mustBeAbsolute && segments[0] !== '') ArrayPrototypeUnshift(segments, '');
  if (isFolder && !StringPrototypeEndsWith(ArrayPrototypeJoin(segments, '/'), '/')) ArrayPrototypePush(segments, '');
  const isAbsolute = segments[0] === '';
  if (isHostInPath) setHostFromPath(result, isAbsolute ? '' : ArrayPrototypeShift(segments) ?? '');
  if (!isAbsolute && (mustBeAbsolute || (result.host && segments.length > 0))) ArrayPrototypeUnshift(segments, '');
  result.pathname = segments.length === 0 ? null : ArrayPrototypeJoin(segments, '/');
  result.path = null;
  setPath(result);
  result.auth = relative.auth || result.auth;
  result.slashes = result.slashes || relative.slashes;
  return finish(result);
}

function resolve(base, relative) {
  const result = ObjectAssign(new Url(), base);
  result.hash = relative.hash;
  if (relative.href === '') return finish(result);
  if (relative.slashes && !relative.protocol) return resolveHostReference(result, relative);
  if (relative.protocol && relative.protocol !== result.protocol) return resolveOtherProtocol(result, relative);
  return resolvePathReference(result, { ...relative });
}

module.exports = { resolve };
