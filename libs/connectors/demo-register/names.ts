const words = (text: string): string[] => text.trim().split(/\s+/);

/** Common names in both national languages; put together by chance, they mean nobody. */
export const NAMES = {
  fi: {
    given: words(`
      Aino Anneli Antti Eero Eeva Elina Hannu Heikki Helmi Ilkka Ilona Jaakko Janne Juhani Kaisa Kalle Katariina Lauri
      Leena Liisa Maija Markku Matti Mikko Minna Noora Olavi Oona Pekka Päivi Raimo Riitta Sami Sanna Seppo Sirpa Tapio
      Tuija Tuomas Veera Ville Väinö`),
    family: words(`
      Ahonen Eskola Hakala Heikkinen Hämäläinen Jokinen Järvinen Kallio Karjalainen Kettunen Koivisto Korhonen Koskinen
      Kärkkäinen Laine Lehtonen Leppänen Mäkelä Mäkinen Niemi Nieminen Ojala Pitkänen Rantanen Räsänen Saarinen Salonen
      Savolainen Toivonen Virtanen`),
  },
  sv: {
    given: words(`
      Anders Annika Birgitta Björn Carola Erik Eva Fredrik Göran Gunilla Henrik Ingrid Jan-Erik Johan Karin Kristina Lars
      Lena Mats Maria Nils Petra Stefan Åsa`),
    family: words(`
      Backman Björklund Blomqvist Eklund Enqvist Forsström Grönroos Gustafsson Holmberg Häggblom Karlsson Lindholm
      Lindström Nordlund Nyström Rosenqvist Sjöblom Söderholm Wikström Östman`),
  },
};

/** Streets that many towns could have. */
export const STREETS = words(`
  Aurinkokuja Harjutie Jokipolku Kalliokatu Kuusitie Lehtokuja Mäntytie Niittypolku Pihlajatie Rantatie Soratie
  Tuulikuja`);

export const TOWNS = [
  { postalCode: '45100', city: 'Kouvola' },
  { postalCode: '48100', city: 'Kotka' },
  { postalCode: '49400', city: 'Hamina' },
  { postalCode: '49210', city: 'Huutjärvi' },
  { postalCode: '53100', city: 'Lappeenranta' },
  { postalCode: '06100', city: 'Porvoo' },
  { postalCode: '07900', city: 'Loviisa' },
  { postalCode: '10600', city: 'Tammisaari' },
  { postalCode: '15110', city: 'Lahti' },
];
