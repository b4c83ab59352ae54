// SPDX-License-Identifier: Apache-2.0
import { a, defineData } from '@aws-amplify/backend';

export const schema = a
  .schema({
    // single strategies
    PubKey: a.model({ v: a.string() }).authorization((allow) => [allow.publicApiKey()]),
    PubKeyRead: a.model({ v: a.string() }).authorization((allow) => [allow.publicApiKey().to(['read'])]),
    GuestRead: a.model({ v: a.string() }).authorization((allow) => [allow.guest().to(['read'])]),
    GuestAll: a.model({ v: a.string() }).authorization((allow) => [allow.guest()]),
    AuthUp: a.model({ v: a.string() }).authorization((allow) => [allow.authenticated()]),
    AuthIdp: a.model({ v: a.string() }).authorization((allow) => [allow.authenticated('identityPool')]),
    Owner: a.model({ v: a.string() }).authorization((allow) => [allow.owner()]),
    OwnerNoDelete: a.model({ v: a.string() }).authorization((allow) => [allow.owner().to(['create', 'read', 'update'])]),
    OwnerClaim: a.model({ v: a.string() }).authorization((allow) => [allow.owner().identityClaim('user_id')]),
    OwnerSub: a.model({ v: a.string() }).authorization((allow) => [allow.owner().identityClaim('sub')]),
    OwnerIndexed: a.model({ v: a.string(), author: a.string() }).secondaryIndexes((index) => [index('author')]).authorization((allow) => [allow.ownerDefinedIn('author').identityClaim('sub')]),
    OwnerField: a.model({ v: a.string(), author: a.string() }).authorization((allow) => [allow.ownerDefinedIn('author')]),
    OwnerFieldImplicit: a.model({ v: a.string() }).authorization((allow) => [allow.ownerDefinedIn('who')]),
    OwnersField: a.model({ v: a.string(), editors: a.string().array() }).authorization((allow) => [allow.ownersDefinedIn('editors')]),
    GroupStatic: a.model({ v: a.string() }).authorization((allow) => [allow.group('Admin')]),
    GroupsStatic: a.model({ v: a.string() }).authorization((allow) => [allow.groups(['Admin', 'Editor'])]),
    GroupClaim: a.model({ v: a.string() }).authorization((allow) => [allow.group('Admin').withClaimIn('roles')]),
    GroupDyn: a.model({ v: a.string(), team: a.string() }).authorization((allow) => [allow.groupDefinedIn('team')]),
    GroupsDyn: a.model({ v: a.string(), teams: a.string().array() }).authorization((allow) => [allow.groupsDefinedIn('teams')]),

    // multi rule
    Multi: a
      .model({ title: a.string().required(), secretNote: a.string(), editors: a.string().array(), team: a.string() })
      .authorization((allow) => [
        allow.publicApiKey().to(['get']),
        allow.guest().to(['list']),
        allow.authenticated('identityPool').to(['read']),
        allow.authenticated().to(['read', 'create']),
        allow.owner(),
        allow.ownersDefinedIn('editors').to(['read', 'update']),
        allow.groupDefinedIn('team').to(['read', 'update']),
        allow.groups(['Admin']),
      ]),

    // field-level
    FieldLevel: a
      .model({
        name: a.string().authorization((allow) => [allow.owner(), allow.authenticated().to(['read'])]),
        ssn: a.string().authorization((allow) => [allow.owner()]),
        salary: a.float().authorization((allow) => [allow.group('Admin'), allow.owner().to(['read'])]),
        requiredField: a.string().required(),
        open: a.string(),
      })
      .authorization((allow) => [allow.authenticated().to(['read']), allow.owner()]),
    FieldCreateOnly: a
      .model({
        title: a.string(),
        lockedOwner: a.string(),
        owner: a.string().authorization((allow) => [allow.owner().to(['read', 'delete'])]),
      })
      .authorization((allow) => [allow.owner()]),
    FieldDelete: a
      .model({
        a: a.string().authorization((allow) => [allow.group('Editor').to(['create', 'read', 'update'])]),
        b: a.string(),
      })
      .authorization((allow) => [allow.group('Admin'), allow.group('Editor')]),

    // operation-level splits
    OpsSplit: a
      .model({ v: a.string() })
      .authorization((allow) => [
        allow.authenticated().to(['get']),
        allow.group('Viewer').to(['list']),
        allow.group('Editor').to(['create', 'update', 'listen']),
        allow.owner().to(['delete']),
      ]),

    // relational with different auth
    Parent: a
      .model({ v: a.string(), kids: a.hasMany('Kid', 'parentId') })
      .authorization((allow) => [allow.authenticated(), allow.guest().to(['read'])]),
    Kid: a
      .model({ v: a.string(), parentId: a.id(), parent: a.belongsTo('Parent', 'parentId') })
      .authorization((allow) => [allow.owner()]),

    // inherits schema-level rules
    Inherit: a.model({ v: a.string() }),
  })
  .authorization((allow) => [allow.authenticated().to(['read']), allow.owner()]);

export const data = defineData({
  schema,
  authorizationModes: { defaultAuthorizationMode: 'userPool', apiKeyAuthorizationMode: { expiresInDays: 7 } },
});
