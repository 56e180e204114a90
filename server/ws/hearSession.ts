import type { ClientMessage } from '../../protocol/messages/clientMessage.ts';
import { closeCodes } from '../../protocol/version.ts';
import type { Clock } from '../base/clock.ts';
import type { Session } from '../sessions/Session.ts';
import type { Budgets } from './Budgets.ts';
import { messageCosts } from './messageCosts.ts';
import type { SocketConnection } from './SocketConnection.ts';
import { softAnswer } from './softAnswer.ts';
import { TokenBucket } from './TokenBucket.ts';

/** So many messages over the budget are answered; then whoever goes on is no page of ours. */
const softAnswers = { burst: 50, perSecond: 1 };

/** Gives a session its page's messages, as long as what they cost is within the session's budget and the address's. */
export function hearSession(
  connection: SocketConnection,
  address: TokenBucket,
  { budgets, clock }: { budgets: Budgets; clock: Clock },
): (session: Session, message: Exclude<ClientMessage, { type: 'hello' }>) => void {
  const patience = new TokenBucket(softAnswers.burst, softAnswers.perSecond, clock.now);
  return (session, message) => {
    const cost = messageCosts[message.type];
    if (budgets.ofSession(session).take(cost) && address.take(cost)) return session.handle(message);
    const answer = softAnswer(message);
    if (answer && patience.take()) connection.send(answer);
    else connection.close(closeCodes.tooMany, 'Too many requests in a short time. Wait a few seconds.');
  };
}
