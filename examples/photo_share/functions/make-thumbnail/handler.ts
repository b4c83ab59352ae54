// SPDX-License-Identifier: Apache-2.0
import { env } from '$amplify/env/make-thumbnail';
import type { S3Event } from 'aws-lambda';

/** Where the thumbnail of a photo belongs: `albums/<identity>/<photo>` has it below `thumbnails/`. */
const thumbnailOf = (key: string) => key.replace(/^albums\//, 'thumbnails/');

// It may read photos and write thumbnails: see the access of `photos`.
export const handler = async (event: S3Event) =>
  event.Records.map((record) => decodeURIComponent(record.s3.object.key.replaceAll('+', ' ')))
    .filter((key) => key.startsWith('albums/'))
    .map((key) => ({ bucket: env.PHOTOS_BUCKET_NAME, photo: key, thumbnail: thumbnailOf(key) }));
