import type { MetadataRoute } from 'next';
import { siteOrigin } from './siteOrigin.ts';

export default async function robots(): Promise<MetadataRoute.Robots> {
  return { rules: { userAgent: '*', disallow: '/api/' }, sitemap: `${await siteOrigin()}/sitemap.xml` };
}
