import type { RequestHandler } from 'express';
import { isSameToken } from '../sockets/same-token.ts';
import { isOwnOrigin } from './allowed-host.ts';
import { refuse } from './refuse.ts';

/**
 * Lets through whoever has the token of a server that is open to a network, and everybody where nobody else can reach it;
 * what changes something, only from our own page: another one in the same browser could ask as well.
 */
export function instructorOnly(token: string | undefined): RequestHandler {
  return ({ method, headers }, response, next) => {
    if (token !== undefined && !isSameToken(bearerOf(headers.authorization), token))
      return refuse(
        response.set('WWW-Authenticate', 'Bearer'),
        401,
        'not-yours',
        'this server is open to a network: this needs the token it was given, as Authorization: Bearer',
      );
    if (method !== 'GET' && method !== 'HEAD' && !isOwnOrigin(headers.origin, headers.host))
      return refuse(response, 403, 'foreign-origin', 'pages of another origin may not change anything here');
    next();
  };
}

export function bearerOf(authorization = ''): string {
  return /^Bearer (\S+)$/i.exec(authorization)?.[1] ?? '';
}
