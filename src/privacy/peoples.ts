/** Peoples, faiths and kinds of family, which have capitals too. */
export const PEOPLES =
  /(?:ish|ian|ese|ean|ani|ali|can|man)$|^(?:royal|traveller|travellers|roma|gypsy|muslim|sikh|hindu|greek|thai|czech|french|dutch|welsh|kurd|kurdish|arab|iraqi|christian|jewish|black|white|asian|holy|foster|first|early|birth)$/;
