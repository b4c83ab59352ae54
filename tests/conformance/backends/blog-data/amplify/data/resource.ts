// SPDX-License-Identifier: Apache-2.0
import { a, defineData, type ClientSchema } from '@aws-amplify/backend';

export const schema = a.schema({
  PostStatus: a.enum(['DRAFT', 'PUBLISHED', 'ARCHIVED']),

  Post: a
    .model({
      title: a.string().required(),
      slug: a.string().required(),
      body: a.string().required(),
      status: a.ref('PostStatus').required(),
      publishedAt: a.datetime(),
      likes: a.integer().default(0),
      coverImageKey: a.string(),
      comments: a.hasMany('Comment', 'postId'),
      tags: a.hasMany('PostTag', 'postId'),
      authorId: a.id(),
      author: a.belongsTo('Author', 'authorId'),
    })
    .secondaryIndexes((index) => [
      index('slug').queryField('postBySlug'),
      index('status').sortKeys(['publishedAt']).queryField('postsByStatus'),
    ])
    .authorization((allow) => [
      allow.owner(),
      allow.groups(['ADMINS']),
      allow.guest().to(['read']),
      allow.authenticated().to(['read']),
    ]),

  Comment: a
    .model({
      postId: a.id().required(),
      post: a.belongsTo('Post', 'postId'),
      content: a.string().required(),
    })
    .authorization((allow) => [
      allow.owner().to(['create', 'update', 'delete', 'read']),
      allow.authenticated().to(['read']),
      allow.group('ADMINS').to(['delete', 'read']),
    ]),

  Author: a
    .model({
      name: a.string().required(),
      bio: a.string(),
      email: a.email().authorization((allow) => [allow.owner(), allow.group('ADMINS')]),
      website: a.url(),
      posts: a.hasMany('Post', 'authorId'),
      avatar: a.hasOne('Avatar', 'authorId'),
    })
    .authorization((allow) => [allow.owner(), allow.authenticated().to(['read'])]),

  Avatar: a
    .model({
      key: a.string().required(),
      authorId: a.id(),
      author: a.belongsTo('Author', 'authorId'),
    })
    .authorization((allow) => [allow.owner(), allow.authenticated().to(['read'])]),

  Tag: a
    .model({ label: a.string().required(), posts: a.hasMany('PostTag', 'tagId') })
    .authorization((allow) => [allow.group('EDITORS'), allow.authenticated().to(['read'])]),

  PostTag: a
    .model({
      postId: a.id().required(),
      tagId: a.id().required(),
      post: a.belongsTo('Post', 'postId'),
      tag: a.belongsTo('Tag', 'tagId'),
    })
    .authorization((allow) => [allow.group('EDITORS'), allow.authenticated().to(['read'])]),

  likePost: a
    .mutation()
    .arguments({ postId: a.id().required() })
    .returns(a.ref('Post'))
    .authorization((allow) => [allow.authenticated()])
    .handler(a.handler.custom({ dataSource: a.ref('Post'), entry: './increment-like.js' })),
});

export type Schema = ClientSchema<typeof schema>;

export const data = defineData({
  schema,
  authorizationModes: { defaultAuthorizationMode: 'userPool' },
});
