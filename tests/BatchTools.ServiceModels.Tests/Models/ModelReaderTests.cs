using BatchTools.ServiceModels.Models;

namespace BatchTools.ServiceModels.Tests.Models;

public sealed class ModelReaderTests
{
    private static ServiceModel Tiny => ModelReader.Read(TinyModel.Model, TinyModel.Customizations);

    [Fact]
    public void A_service_is_described_as_a_whole()
    {
        var metadata = Tiny.Metadata;
        Assert.Equal(new("Toy Box", "2026-01-01", "toys", "toys", metadata.Protocols, "1.0", "", ""), metadata);
        Assert.Equal([WireProtocol.RestJson], metadata.Protocols);
        Assert.Equal("BadToyException", Tiny.Customizations.ValidationError);
        Assert.Equal(["Toy.boughtAt"], Tiny.Customizations.MillisecondTimes);
    }

    [Fact]
    public void Requests_and_answers_get_their_class_names_whatever_the_model_calls_them()
    {
        var put = Tiny.Operations.Single(operation => operation.Name == "PutToy");
        var list = Tiny.Operations.Single(operation => operation.Name == "ListToys");

        Assert.Equal(("PutToyRequest", "PutToyResponse"), (put.Input.Name, put.Output.Name));
        Assert.Empty(list.Output.Members);
        Assert.DoesNotContain("PutToyInput", Tiny.Shapes.Keys);
        Assert.Same(Tiny.Shapes["ListToysResponse"].GetType(), typeof(StructureShape));
        Assert.Equal(["BadToyException"], put.Errors);
    }

    [Fact]
    public void Members_keep_where_they_travel_and_what_is_asked_of_them()
    {
        var members = Tiny.Operations.Single(operation => operation.Name == "PutToy").Input.Members;

        Assert.Equal(new Member("toyId", "Text", true, MemberLocation.Label, "toyId", false, null), members[0]);
        Assert.True(members[1].IdempotencyToken);
        Assert.Equal(new Member("toy", "Toy", true, MemberLocation.Body, "toy", false, null), members[2]);
    }

    [Fact]
    public void A_service_of_forms_and_cbor_keeps_its_names_there()
    {
        var bare = ModelReader.Read(BareModel.Model, BareModel.Customizations);

        Assert.Equal([WireProtocol.Cbor, WireProtocol.Json, WireProtocol.Query, WireProtocol.Ec2], bare.Metadata.Protocols);
        Assert.Equal("http://toys.example/", bare.Metadata.XmlNamespace);
        Assert.Equal("item", Assert.IsType<ListShape>(bare.Shapes["Balls"]).ItemName);
        Assert.Equal("NoSuchBall", Assert.IsType<StructureShape>(bare.Shapes["NoSuchBallException"]).QueryCode);
        Assert.IsType<EnumShape>(bare.ForClient().Shapes["Colour"]);
        Assert.IsType<TextShape>(bare.ForServer().Shapes["Colour"]);
        var members = Assert.IsType<StructureShape>(bare.Shapes["Ball"]).Members;
        Assert.Equal(("colour", false), (members[0].LocationName, members[0].IsNamesake));
        Assert.True(members[1].IsNamesake);
    }

    [Fact]
    public void An_enum_to_open_that_is_not_there_is_refused() =>
        Assert.Contains(
            "the customizations: there is no enum 'Color' to open",
            Assert.Throws<ModelException>(() => ModelReader.Read(BareModel.Model, BareModel.Customizations.Replace("Colour", "Color", StringComparison.Ordinal))).Message,
            StringComparison.Ordinal);

    [Fact]
    public void A_client_can_have_some_operations_only_and_what_they_need()
    {
        var client = ModelReader.Read(TinyModel.Model, Custom("\"clientOperations\": [\"ListToys\"]")).ForClient();

        Assert.Equal(["ListToys"], client.Operations.Select(operation => operation.Name));
        Assert.DoesNotContain("PutToyRequest", client.Shapes.Keys);
        Assert.Contains("ListToysResponse", client.Shapes.Keys);
    }

    [Fact]
    public void An_operation_for_the_client_that_is_not_there_is_refused() =>
        Assert.Contains(
            "there is no operation 'Juggle' for the client",
            Assert.Throws<ModelException>(() => ModelReader.Read(TinyModel.Model, Custom("\"clientOperations\": [\"Juggle\"]")).ForClient()).Message,
            StringComparison.Ordinal);

    [Fact]
    public void A_member_s_property_can_have_a_name_of_its_own()
    {
        var bare = ModelReader.Read(BareModel.Model, Custom("\"properties\": { \"Ball.Ball\": \"Name\" }"));

        var member = Assert.IsType<StructureShape>(bare.Shapes["Ball"]).Members.Single(member => member.Name == "Ball");
        Assert.Equal(("Name", "ball"), (BatchTools.ServiceModels.Naming.CSharpNames.Property(member), member.LocationName));
        Assert.Contains(
            "there is no member 'Ball.Weight' to rename",
            Assert.Throws<ModelException>(() => ModelReader.Read(BareModel.Model, Custom("\"properties\": { \"Ball.Weight\": \"Mass\" }"))).Message,
            StringComparison.Ordinal);
    }

    [Fact]
    public void Shapes_keep_their_rules()
    {
        Assert.Equal(new TextShape("Name", new(1, 20), "^[a-z\\\\\"]+$"), Tiny.Shapes["Name"]);
        Assert.Equal(new NumberShape("Size", NumberKind.Integer, new(1, 9)), Tiny.Shapes["Size"]);
        Assert.Equal(new ListShape("Parts", "Toy", new(null, 5)), Tiny.Shapes["Parts"]);
        Assert.Equal(new MapShape("Labels", "Name", "Text", new(1, null)), Tiny.Shapes["Labels"]);
        Assert.Equal(["doll", "model-train", "N_TO_N", "2-wheeler"], Assert.IsType<EnumShape>(Tiny.Shapes["Kind"]).Values);
        Assert.Equal(400, Assert.IsType<StructureShape>(Tiny.Shapes["BadToyException"]).Status);
    }

    [Fact]
    public void What_requests_and_answers_can_hold_is_found_through_lists_maps_and_cycles()
    {
        Assert.Equal(["ListToysRequest", "PutToyRequest", "Toy"], Tiny.RequestStructures().Order());
        Assert.Equal(["BadToyException", "ListToysResponse", "PutToyResponse", "Toy"], Tiny.ResponseStructures().Order());
    }

    [Theory]
    [InlineData("\"type\": \"timestamp\"", "\"type\": \"blob\"", "shape 'Moment': the type 'blob' is not generated")]
    [InlineData("\"protocol\": \"rest-json\"", "\"protocol\": \"rest-xml\"", "'metadata': the protocol 'rest-xml' is not generated")]
    [InlineData("\"protocol\": \"rest-json\"", "\"protocol\": \"json\"", "'metadata': 'targetPrefix' is missing or not a string")]
    [InlineData("\"apiVersion\": \"2026-01-01\",", "", "'metadata': 'apiVersion' is missing or not a string")]
    [InlineData("\"shape\": \"PutToyInput\"", "\"shape\": \"Nothing\"", "operation 'PutToy': the shape 'Nothing' is missing")]
    [InlineData("\"input\": { \"shape\": \"PutToyInput\" }", "\"input\": { \"shape\": \"Kind\" }", "operation 'PutToy': its input 'Kind' is no structure")]
    [InlineData("\"weight\": { \"shape\": \"Weight\" }", "\"weight\": { \"shape\": \"Mass\" }", "shape 'Toy': the shape 'Mass' is missing")]
    [InlineData("\"weight\": { \"shape\": \"Weight\" }", "\"weight\": {}", "shape 'Toy': 'shape' is missing or not a string")]
    [InlineData("\"required\": [\"name\"]", "\"required\": [\"nom\"]", "shape 'Toy': requires 'nom', which is not a member")]
    [InlineData("\"location\": \"uri\"", "\"location\": \"header\"", "shape 'PutToyInput': the location 'header' of member 'toyId' is not generated")]
    [InlineData("\"name\": { \"shape\": \"Name\" }", "\"name\": { \"shape\": \"Name\", \"locationName\": \"n\" }", "shape 'Toy': member 'name' has the other wire name 'n', which is not generated")]
    [InlineData("\"method\": \"PUT\",", "", "operation 'PutToy': 'method' is missing or not a string")]
    [InlineData("\"method\": \"PUT\",", "\"method\": \"PUT\", \"responseCode\": 201,", "operation 'PutToy': 'responseCode' is not generated")]
    [InlineData("\"http\": { \"method\": \"PUT\"", "\"endpoint\": {}, \"http\": { \"method\": \"PUT\"", "operation 'PutToy': 'endpoint' is not generated")]
    [InlineData("\"required\": [\"name\"]", "\"payload\": \"name\"", "shape 'Toy': 'payload' is not generated")]
    [InlineData("\"weight\": { \"shape\": \"Weight\" }", "\"weight\": { \"shape\": \"Weight\", \"jsonvalue\": true }", "shape 'Toy': 'jsonvalue' is not generated")]
    [InlineData("\"operations\"", "\"actions\"", "'operations' is missing or not an object")]
    public void What_cannot_be_generated_is_told_with_its_place(string part, string instead, string message)
    {
        var model = TinyModel.Model.Replace(part, instead, StringComparison.Ordinal);
        Assert.NotEqual(TinyModel.Model, model);

        var error = Assert.Throws<ModelException>(() => ModelReader.Read(model, TinyModel.Customizations));

        Assert.Equal(message, error.Message);
    }

    [Fact]
    public void A_rule_function_that_is_not_generated_is_told()
    {
        var rules = TinyModel.Endpoints.Replace("aws.partition", "aws.parseArn", StringComparison.Ordinal);

        Assert.Equal(["BTSM001 toy.json: the endpoint rule function 'aws.parseArn' with 1 arguments is not generated"], Generation.Messages(Generation.Toy("Client", endpoints: rules)));
    }

    private static string Custom(string more) => $$"""{ "namespacePart": "Toy", "validationError": "E", {{more}} }""";
}
