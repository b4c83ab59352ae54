// SPDX-License-Identifier: Apache-2.0
// Before the CLI has looked up anything, and after that.
const here = 'account=123456789012';
const image = 'filters.architecture.0=arm64:filters.image-type.0=machine:filters.name.0=al2023-*:filters.platform.0=windows:filters.state.0=available';
const vpc = 'filter.isDefault=true:filter.owner-id=123456789012:filter.tag:Name=main:filter.tag:team=a:filter.vpc-id=vpc-1';
const subnet = (name) => ({ subnetId: `subnet-${name}`, availabilityZone: 'eu-west-1a', routeTableId: `rtb-${name}`, cidr: '10.0.0.0/24' });

export const contexts = {
  before: {},
  after: {
    [`availability-zones:${here}:region=eu-west-1`]: ['eu-west-1a', 'eu-west-1b'],
    [`ssm:${here}:parameterName=/a$:b/$c:region=eu-west-1`]: 'looked up',
    [`ssm:${here}:parameterName=/maybe:region=eu-west-1`]: 'there',
    [`ami:${here}:${image}:owners.0=amazon:owners.1=self:region=eu-west-1`]: 'ami-1',
    [`hosted-zone:${here}:domainName=example.com:region=eu-west-1`]: { Id: '/hostedzone/Z1', Name: 'example.com.' },
    [`hosted-zone:${here}:domainName=inside.example.com:privateZone=true:region=eu-west-1:vpcId=vpc-1`]: { Id: '/hostedzone/Z2', Name: 'inside.example.com.' },
    [`vpc-provider:${here}:${vpc}:region=us-east-1:returnAsymmetricSubnets=true:subnetGroupNameTag=group`]: {
      vpcId: 'vpc-1', vpcCidrBlock: '10.0.0.0/16', availabilityZones: [], ownerAccountId: '123456789012',
      subnetGroups: [
        { name: 'Public', type: 'Public', subnets: [subnet('a')] },
        { name: 'Private', type: 'Private', subnets: [subnet('b'), subnet('c')] },
      ],
    },
  },
};
