import Docker from 'dockerode';

/** The size of an image as the Engine counts it, all layers together. */
export async function imageBytes(tag: string): Promise<number> {
  return (await new Docker().getImage(tag).inspect()).Size;
}
