'use strict';

// Source: Web IDL, section "DOMException".

const {
  ErrorCaptureStackTrace,
  ErrorPrototype,
  ObjectDefineProperties,
  ObjectDefineProperty,
  ObjectSetPrototypeOf,
  SymbolToStringTag,
} = primordials;
const { codes } = require('internal/errors');

// [name, the constant's name], numbered from 1. Those without a name are only constants.
const legacy = [
  ['IndexSizeError', 'INDEX_SIZE_ERR'],
  [null, 'DOMSTRING_SIZE_ERR'],
  ['HierarchyRequestError', 'HIERARCHY_REQUEST_ERR'],
  ['WrongDocumentError', 'WRONG_DOCUMENT_ERR'],
  ['InvalidCharacterError', 'INVALID_CHARACTER_ERR'],
  [null, 'NO_DATA_ALLOWED_ERR'],
  ['NoModificationAllowedError', 'NO_MODIFICATION_ALLOWED_ERR'],
  ['NotFoundError', 'NOT_FOUND_ERR'],
  ['NotSupportedError', 'NOT_SUPPORTED_ERR'],
  ['InUseAttributeError', 'INUSE_ATTRIBUTE_ERR'],
  ['InvalidStateError', 'INVALID_STATE_ERR'],
  ['SyntaxError', 'SYNTAX_ERR'],
  ['InvalidModificationError', 'INVALID_MODIFICATION_ERR'],
  ['NamespaceError', 'NAMESPACE_ERR'],
  ['InvalidAccessError', 'INVALID_ACCESS_ERR'],
  [null, 'VALIDATION_ERR'],
  ['TypeMismatchError', 'TYPE_MISMATCH_ERR'],
  ['SecurityError', 'SECURITY_ERR'],
  ['NetworkError', 'NETWORK_ERR'],
  ['AbortError', 'ABORT_ERR'],
  ['URLMismatchError', 'URL_MISMATCH_ERR'],
  ['QuotaExceededError', 'QUOTA_EXCEEDED_ERR'],
  ['TimeoutError', 'TIMEOUT_ERR'],
  ['InvalidNodeTypeError', 'INVALID_NODE_TYPE_ERR'],
  ['DataCloneError', 'DATA_CLONE_ERR'],
];

const numbers = { __proto__: null };

class DOMException {
  #name = 'Error';
  #message = '';

  constructor(message = '', options = 'Error') {
    this.#message = `${message}`;
    if (options !== null && typeof options === 'object') {
      if ('name' in options) this.#name = `${options.name}`;
      if ('cause' in options) {
        ObjectDefineProperty(this, 'cause', {
          __proto__: null, configurable: true, enumerable: false, writable: true,
          value: options.cause,
        });
      }
    } else {
      this.#name = `${options}`;
    }
    if (ErrorCaptureStackTrace !== undefined) ErrorCaptureStackTrace(this);
  }

  static #check(self) {
    if (self === null || typeof self !== 'object' || !(#name in self))
      throw new codes.ERR_INVALID_THIS('DOMException');
  }

  get name() {
    DOMException.#check(this);
    return this.#name;
  }

  get message() {
    DOMException.#check(this);
    return this.#message;
  }

  get code() {
    DOMException.#check(this);
    return numbers[this.#name] ?? 0;
  }
}

ObjectSetPrototypeOf(DOMException.prototype, ErrorPrototype);
ObjectDefineProperties(DOMException.prototype, {
  [SymbolToStringTag]: { __proto__: null, configurable: true, value: 'DOMException' },
  name: { __proto__: null, enumerable: true },
  message: { __proto__: null, enumerable: true },
  code: { __proto__: null, enumerable: true },
});
for (let i = 0; i < legacy.length; i++) {
  const { 0: name, 1: constant } = legacy[i];
  const property = { __proto__: null, enumerable: true, value: i + 1 };
  if (name !== null) numbers[name] = i + 1;
  ObjectDefineProperty(DOMException, constant, property);
  ObjectDefineProperty(DOMException.prototype, constant, property);
}

module.exports = { DOMException };
