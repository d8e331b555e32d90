namespace BatchTools.Aws.Wire;

/// <summary>Reads one value out of XML.</summary>
/// <typeparam name="T">The value's type.</typeparam>
internal delegate T ReadXmlValue<T>(ref XmlAnswerReader reader);
