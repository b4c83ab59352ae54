// SPDX-License-Identifier: Apache-2.0
// The way of custom resources: what `lookUp`, further down, makes of their properties goes to CloudFormation.
exports.handler = async (event) => {
  const answer = {
    StackId: event.StackId,
    RequestId: event.RequestId,
    LogicalResourceId: event.LogicalResourceId,
    PhysicalResourceId: event.PhysicalResourceId ?? event.RequestId,
  };
  try {
    const found = event.RequestType === 'Delete' ? {} : await lookUp(event.ResourceProperties);
    await respond(event.ResponseURL, { ...answer, Status: 'SUCCESS', ...found });
  } catch (error) {
    console.error(error);
    await respond(event.ResponseURL, { ...answer, Status: 'FAILED', Reason: error.message });
  }
};

/** The URL is signed for an answer without a content type. */
async function respond(url, answer) {
  const response = await fetch(url, {
    method: 'PUT',
    headers: { 'content-type': '' },
    body: JSON.stringify(answer),
  });
  if (!response.ok) throw new Error(`CloudFormation took no answer: ${response.status}`);
}

