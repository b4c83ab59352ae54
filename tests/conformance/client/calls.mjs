// SPDX-License-Identifier: Apache-2.0
// The calls of Amplify's client that mean the requests of app.cpp, by name. Those of `subscriptions`
// are never sent: a stand-in gets what the client would subscribe to.

export const calls = {
  create: ({ models }) => models.Post.create({ title: 'x' }),
  'create everything': ({ models }) =>
    models.Post.create({
      title: 'x',
      day: '2030-12-31',
      likes: 5,
      score: 0.5,
      published: true,
      seen: 1700000000,
      status: 'LIVE',
      level: 'HIGH',
      tags: ['a', 'b'],
      data: '{"a":1}',
      place: { lat: 1.5, where: { city: 'Ulm' } },
    }),
  'create, of an item': ({ models }) => models.Comment.create({ text: 'x', post: { id: '1', title: 'y' } }),
  'create, selected': ({ models }) => models.Post.create({ title: 'x' }, { selectionSet: ['id', 'place.*', 'comments.*'] }),
  update: ({ models }) => models.Post.update({ id: '1', likes: null, title: 'y' }),
  delete: ({ models }) => models.Post.delete({ id: '1' }),
  get: ({ models }) => models.Post.get({ id: '1' }),
  'get, selected': ({ models }) =>
    models.Post.get({ id: '1' }, { selectionSet: ['title', 'comments.text', 'comments.post.title', 'cover.url', 'place.where.city'] }),
  'get by several keys': ({ models }) => models.Reading.get({ device: 'd', day: '2030-12-31', hour: 5 }),
  list: ({ models }) => models.Post.list(),
  'list, limited': ({ models }) => models.Post.list({ limit: 5, nextToken: 'n' }),
  'list, filtered': ({ models }) =>
    models.Post.list({
      selectionSet: ['id'],
      filter: {
        or: [
          {
            or: [
              { and: [{ title: { beginsWith: 'H' } }, { published: { ne: true } }] },
              { status: { eq: 'LIVE' } },
            ],
          },
          { not: { likes: { between: [1, 5] } } },
        ],
      },
    }),
  'list by sort keys': ({ models }) =>
    models.Reading.list({ device: 'd', dayHour: { gt: { day: '2030-12-31', hour: 5 } }, sortDirection: 'DESC' }),
  'list by a sort key': ({ models }) => models.Person.list({ name: 'Ann', at: { beginsWith: '2030' } }),
  query: ({ models }) => models.Post.byStatus({ status: 'LIVE' }),
  'query by sort keys': ({ models }) =>
    models.Post.byStatus(
      { status: 'LIVE', dayLikes: { between: [{ day: '2030-12-31', likes: 1 }, { day: '2030-12-31', likes: 5 }] } },
      { filter: { published: { eq: true } }, limit: 3 },
    ),
  'query by a sort key': ({ models }) => models.Post.listPostByTitleAndLikes({ title: 'x', likes: { ge: 5 } }),
  'query of an operation': ({ queries }) => queries.stats({ who: 'me', since: '2030-12-31', levels: ['LOW'] }),
  'query of an operation without arguments': ({ queries }) => queries.hello(),
  'mutation of an operation': ({ mutations }) => mutations.publish({ id: '1' }),
  restore: ({ mutations }) => mutations.restoreMemo({ id: '1' }),
  'purge, by several keys': ({ mutations }) => mutations.purgeVisit({ room: 'r', day: '2030-12-31' }),
  'relation to many': async ({ models }) => (await models.Post.get({ id: '1' })).data.comments(),
  'relation to one': async ({ models }) => (await models.Comment.get({ id: '1' })).data.post(),
};

export const subscriptions = {
  onCreate: ({ models }) => models.Post.onCreate(),
  'onUpdate, filtered': ({ models }) =>
    models.Post.onUpdate({ filter: { and: [{ title: { in: ['a', 'b'] } }, { likes: { gt: 5 } }] } }),
  'onDelete, selected': ({ models }) => models.Post.onDelete({ selectionSet: ['id'] }),
  'subscription of an operation': ({ subscriptions }) => subscriptions.onPublish(),
};
