import { METHOD_METADATA, PATH_METADATA } from '@nestjs/common/constants.js';
import { RequestMethod, type INestApplication } from '@nestjs/common';
import { MetadataScanner, ModulesContainer } from '@nestjs/core';
import { ACCESS, type Access } from '#contracts/staff-access';

export interface FoundRoute {
  readonly handler: string;
  readonly method: 'GET' | 'POST' | 'PUT' | 'DELETE';
  readonly path: string;
  readonly access: Access | undefined;
}

const readOf = <T>(key: string, target: object): T | undefined => Reflect.getMetadata(key, target) as T | undefined;

/** Every route that the controllers of an application serve, as its decorators declare it. */
export const routesOf = (app: INestApplication): FoundRoute[] => {
  const scanner = new MetadataScanner();
  const controllers = [...app.get(ModulesContainer).values()].flatMap(({ controllers: found }) => [...found.values()]);
  return controllers.flatMap(({ metatype }) => {
    if (metatype === null) return [];
    const prototype = metatype.prototype as Record<string, object>;
    return scanner.getAllMethodNames(prototype).flatMap((name): FoundRoute[] => {
      const handler = prototype[name];
      const method = handler && readOf<RequestMethod>(METHOD_METADATA, handler);
      if (handler === undefined || method === undefined) return [];
      const steps = [readOf<string>(PATH_METADATA, metatype) ?? '', readOf<string>(PATH_METADATA, handler) ?? ''];
      const path = steps.map((step) => step.replaceAll(/^\/|\/$/g, '')).filter((step) => step !== '');
      return [
        {
          handler: `${metatype.name}.${name}`,
          method: RequestMethod[method] as FoundRoute['method'],
          path: `/${path.join('/')}`,
          access: readOf<Access>(ACCESS, handler) ?? readOf<Access>(ACCESS, metatype),
        },
      ];
    });
  });
};
