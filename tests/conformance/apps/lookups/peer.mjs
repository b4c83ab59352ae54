// SPDX-License-Identifier: Apache-2.0
// The twin of app.cpp, with the CDK.
import { App, Stack } from 'aws-cdk-lib';
import { LookupMachineImage, Vpc } from 'aws-cdk-lib/aws-ec2';
import { HostedZone } from 'aws-cdk-lib/aws-route53';
import { CfnParameter, StringParameter } from 'aws-cdk-lib/aws-ssm';

const app = new App();
const stack = new Stack(app, 'lookups', { env: { account: '123456789012', region: 'eu-west-1' } });
const keep = (id, values) => new CfnParameter(stack, id, { type: 'StringList', value: values.join(',') });

keep('Zones', stack.availabilityZones);
keep('Texts', [StringParameter.valueFromLookup(stack, '/a:b/$c'), StringParameter.valueFromLookup(stack, '/maybe', 'fallback')]);
const image = new LookupMachineImage({
  name: 'al2023-*', owners: ['amazon', 'self'], filters: { architecture: ['arm64'] }, windows: true,
});
keep('Image', [image.getImage(stack).imageId]);
const zones = [
  HostedZone.fromLookup(stack, 'Open', { domainName: 'example.com' }),
  HostedZone.fromLookup(stack, 'Inside', { domainName: 'inside.example.com', privateZone: true, vpcId: 'vpc-1' }),
];
keep('HostedZones', zones.flatMap(({ hostedZoneId, zoneName }) => [hostedZoneId, zoneName]));
const vpc = Vpc.fromLookup(stack, 'Found', {
  vpcId: 'vpc-1', vpcName: 'main', isDefault: true, ownerAccountId: '123456789012', tags: { team: 'a' },
  region: 'us-east-1', subnetGroupNameTag: 'group',
});
keep('Vpc', [vpc.vpcId, vpc.vpcCidrBlock]);
keep('PublicSubnets', vpc.publicSubnets.map(({ subnetId }) => subnetId));
keep('PrivateSubnets', vpc.privateSubnets.map(({ subnetId }) => subnetId));
app.synth();
