/** What people are called to one another. */

/** Who anyone but the owner of the connection is to the others, and the owner until his name is known. */
export const OTHER_PERSON = 'другой пользователь';
/** The owner to himself until then. */
export const YOU = 'вы';
