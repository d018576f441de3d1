import type { RequestHandler } from 'express';
import helmet from 'helmet';

/**
 * The headers of every answer. Script, style and fonts come from us alone and nothing inline runs; opener and embedder
 * policies make the page cross-origin isolated, which shared memory in the browser needs (HTML Standard, "cross-origin
 * isolation"). Nothing assumes https: a class reaches us by plain http in its own network.
 *
 * No other page may hold one of ours in a frame, but for those made for it: they start nothing and know no token.
 */
export function securityHeaders(): RequestHandler {
  const ours = headersFor("'none'", 'same-origin');
  const embedded = headersFor('*', 'cross-origin');
  return (request, response, next) => (EMBEDDED.test(request.path) ? embedded : ours)(request, response, next);
}

/** The pages that may be held, not what else lies under an address that looks like theirs. */
const EMBEDDED = /^\/embed\/labs\/[a-z0-9-]{1,64}$/;

function headersFor(frameAncestors: "'none'" | '*', resourcePolicy: 'same-origin' | 'cross-origin'): RequestHandler {
  return helmet({
    contentSecurityPolicy: {
      useDefaults: false,
      directives: {
        defaultSrc: ["'none'"],
        scriptSrc: ["'self'"],
        styleSrc: ["'self'"],
        imgSrc: ["'self'", 'data:', 'blob:'],
        fontSrc: ["'self'"],
        connectSrc: ["'self'", 'ws:'],
        workerSrc: ["'self'"],
        manifestSrc: ["'self'"],
        // The page shows what it would look like inside another one.
        frameSrc: ["'self'"],
        baseUri: ["'none'"],
        formAction: ["'none'"],
        frameAncestors: [frameAncestors],
      },
    },
    crossOriginOpenerPolicy: { policy: 'same-origin' },
    crossOriginEmbedderPolicy: { policy: 'require-corp' },
    crossOriginResourcePolicy: { policy: resourcePolicy },
    referrerPolicy: { policy: 'no-referrer' },
    strictTransportSecurity: false,
    // What frame-ancestors says, for browsers that do not know it; it cannot say "anybody".
    xFrameOptions: frameAncestors === '*' ? false : { action: 'deny' },
  });
}
