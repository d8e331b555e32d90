using System.Text.Json;

namespace BatchTools.ServiceModels.Models;

/// <summary>Reads a service's model file.</summary>
internal static class ModelReader
{
    /// <summary>Reads the model, applying the customizations.</summary>
    /// <exception cref="ModelException">The model is malformed or uses what is not generated.</exception>
    /// <exception cref="JsonException">One of the texts is no JSON.</exception>
    public static ServiceModel Read(string model, string customizations)
    {
        using var modelJson = JsonDocument.Parse(model);
        using var customJson = JsonDocument.Parse(customizations);
        var root = modelJson.RootElement;
        var shapes = new SortedDictionary<string, Shape>(StringComparer.Ordinal);
        foreach (var property in root.Properties("shapes"))
            shapes[property.Name] = Within($"shape '{property.Name}'", () => ShapeReader.Read(property.Name, property.Value));

        var customized = Within("the customizations", () => Customizations.Read(customJson.RootElement));
        foreach (var name in customized.OpenEnums)
            CheckEnum(name, shapes);
        foreach (var property in customized.Properties)
            Rename(property.Key, property.Value, shapes);

        var operations = root.Properties("operations")
            .Select(property => Within($"operation '{property.Name}'", () => ReadOperation(property.Name, property.Value, shapes)))
            .OrderBy(operation => operation.Name, StringComparer.Ordinal)
            .ToList();
        foreach (var shape in shapes.Values)
            CheckReferences(shape, shapes);
        var metadata = Within("'metadata'", () => ReadMetadata(root.Object("metadata")));
        if (metadata.IsJsonOnly)
        {
            foreach (var structure in shapes.Values.OfType<StructureShape>())
                CheckJsonNames(structure);
        }
        return new(metadata, operations, shapes, customized);
    }

    private static ServiceMetadata ReadMetadata(JsonElement json)
    {
        var prefix = json.Text("endpointPrefix");
        List<WireProtocol> protocols = [ReadProtocol(json.Text("protocol"))];
        protocols.AddRange(json.OptionalTexts("protocols").Select(ReadProtocol).Where(other => other != protocols[0]));
        return new(
            json.Text("serviceId"), json.Text("apiVersion"), prefix, json.OptionalText("signingName") ?? prefix,
            protocols, json.OptionalText("jsonVersion") ?? "1.0",
            protocols.Any(protocol => protocol is WireProtocol.Json or WireProtocol.Cbor) ? json.Text("targetPrefix") : "",
            protocols.Any(protocol => protocol is WireProtocol.Query or WireProtocol.Ec2) ? json.Text("xmlNamespace") : "");
    }

    private static WireProtocol ReadProtocol(string name) => name switch
    {
        "rest-json" => WireProtocol.RestJson,
        "json" => WireProtocol.Json,
        "query" => WireProtocol.Query,
        "ec2" => WireProtocol.Ec2,
        "smithy-rpc-v2-cbor" => WireProtocol.Cbor,
        _ => throw new ModelException($"the protocol '{name}' is not generated"),
    };

    private static Operation ReadOperation(string name, JsonElement json, IDictionary<string, Shape> shapes)
    {
        json.MustHaveOnly("http", "input", "output", "errors", "pagination");
        var http = json.Object("http");
        http.MustHaveOnly("method", "requestUri");
        var errors = json.OptionalItems("errors").Select(error => error.Text("shape")).ToList();
        return new(
            name, http.Text("method"), http.Text("requestUri"),
            Message(name + "Request", json, "input", shapes), Message(name + "Response", json, "output", shapes), errors);
    }

    /// <summary>The structure of a request or an answer, under its class name; an empty one where the model has none.</summary>
    private static StructureShape Message(string className, JsonElement operation, string side, IDictionary<string, Shape> shapes)
    {
        var shapeName = operation.TryGetProperty(side, out var reference) ? reference.Text("shape") : className;
        if (!shapes.TryGetValue(shapeName, out var shape))
            shape = reference.ValueKind == JsonValueKind.Undefined ? new StructureShape(className, []) : throw new ModelException($"the shape '{shapeName}' is missing");
        var message = shape as StructureShape ?? throw new ModelException($"its {side} '{shapeName}' is no structure");
        message = message with { Name = className };
        shapes.Remove(shapeName);
        shapes[className] = message;
        return message;
    }

    private static void CheckReferences(Shape shape, IDictionary<string, Shape> shapes)
    {
        foreach (var reference in shape.References)
        {
            if (!shapes.ContainsKey(reference))
                throw new ModelException($"shape '{shape.Name}': the shape '{reference}' is missing");
        }
    }

    private static void CheckJsonNames(StructureShape structure)
    {
        var renamed = structure.Members.FirstOrDefault(member => member.Location == MemberLocation.Body && member.LocationName != member.Name);
        if (renamed is not null)
            throw new ModelException($"shape '{structure.Name}': member '{renamed.Name}' has the other wire name '{renamed.LocationName}', which is not generated");
    }

    private static void CheckEnum(string name, IDictionary<string, Shape> shapes)
    {
        if (!shapes.TryGetValue(name, out var shape) || shape is not EnumShape)
            throw new ModelException($"the customizations: there is no enum '{name}' to open");
    }

    /// <summary>Gives the property of a member, <c>Structure.member</c>, another name.</summary>
    private static void Rename(string path, string property, IDictionary<string, Shape> shapes)
    {
        var dot = path.IndexOf('.');
        var name = path.Substring(0, Math.Max(dot, 0));
        var member = path.Substring(dot + 1);
        if (!shapes.TryGetValue(name, out var shape) || shape is not StructureShape structure || structure.Members.All(each => each.Name != member))
            throw new ModelException($"the customizations: there is no member '{path}' to rename");
        shapes[name] = structure with { Members = [.. structure.Members.Select(each => each.Name == member ? each with { PropertyName = property } : each)] };
    }

    private static T Within<T>(string where, Func<T> read)
    {
        try
        {
            return read();
        }
        catch (ModelException e)
        {
            throw new ModelException($"{where}: {e.Message}");
        }
    }
}
