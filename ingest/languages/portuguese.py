"""Portuguese, of Brazil and Portugal."""

from __future__ import annotations

from ingest.languages.language import Language
from ingest.resume import SectionKind

PORTUGUESE = Language(
    code="pt",
    months=(
        "janeiro jan", "fevereiro fev", "março mar", "abril abr", "maio mai", "junho jun",
        "julho jul", "agosto ago", "setembro", "outubro", "novembro nov", "dezembro dez",
    ),
    shy_months={"set": 9, "out": 10},
    seasons=("primavera", "verão", "outono", "inverno"),
    now=r"presente|atual(?:mente)?|atualidade|hoje|agora|(?:o\s+)?momento(?:\s+atual)?|"
    r"(?:a\s+)?data"
    r"(?:\s+atual)?|em\s+andamento|em\s+curso|cursando|os\s+dias\s+atuais|o\s+presente|"
    r"ao\s+presente",
    alone=r"atual|em\s+andamento",
    to=r"até(?:\s+[ao])?|ao?|à",
    since=r"desde(?:\s+[oa])?",
    start=r"de|do|desde|a\s+partir\s+de",
    until=r"até",
    between="entre",
    both="e",
    planned="previst[oa]|previsão|esperad[oa]|conclusão prevista",
    vague="início de|meados de|final de|fim de",
    formerly="anteriormente|antes",
    later="depois|mais tarde|posteriormente",
    sections={
        SectionKind.SUMMARY: """perfil|resumo|resumo profissional|perfil profissional|sobre mim|
            objetivo|objetivo profissional|apresentação|objetivos|sobre|quem sou|síntese|
            resumo das qualificações|resumo de qualificações|resumo executivo|perfil pessoal|
            sumário|objectivo|objectivo profissional|sumário executivo|qualificações""",
        SectionKind.WORK: """experiência|experiência profissional|experiências profissionais|
            histórico profissional|atuação profissional|trajetória profissional|emprego|
            experiência de trabalho|experiências|percurso profissional|carreira|estágios|
            vivência profissional|experiência docente|empregos anteriores|trajetória|
            experiências anteriores|histórico de trabalho|atividade profissional""",
        SectionKind.VOLUNTEER: """voluntariado|trabalho voluntário|experiência voluntária|
            trabalhos voluntários|atividades voluntárias|serviço comunitário|
            ações voluntárias""",
        SectionKind.EDUCATION: """educação|formação|formação acadêmica|formação académica|
            escolaridade|formação escolar|percurso acadêmico|percurso académico|
            habilitações literárias|estudos|educação e formação|histórico acadêmico|
            habilitações académicas|formação educacional|graduação|titulação""",
        SectionKind.SKILLS: """competências|habilidades|conhecimentos|conhecimentos técnicos|
            competências técnicas|habilidades técnicas|informática|ferramentas|aptidões|
            habilidades e competências|competências digitais|conhecimentos em informática|
            competências e habilidades|competências profissionais|tecnologias|
            competências pessoais|habilidades pessoais|principais competências|
            conhecimentos de informática|competências chave|áreas de atuação|
            conhecimentos e habilidades|habilidades comportamentais|pontos fortes""",
        SectionKind.LANGUAGES: "idiomas|línguas|línguas estrangeiras|competências linguísticas",
        SectionKind.CERTIFICATES: """certificações|certificados|cursos|cursos complementares|
            formação complementar|cursos e certificações|qualificações profissionais|
            cursos extracurriculares|cursos de aperfeiçoamento|aperfeiçoamento|
            certificações e cursos|formação contínua|cursos adicionais|capacitações|
            formações complementares|cursos livres|atualização profissional|
            qualificação profissional|cursos e certificados|licenças""",
        SectionKind.AWARDS: """prêmios|prémios|reconhecimentos|conquistas|distinções|bolsas|
            prêmios e reconhecimentos|prêmios e distinções|realizações|premiações|
            bolsas e prêmios|prêmios e títulos|prémios e distinções""",
        SectionKind.PUBLICATIONS: """publicações|artigos|palestras|produção bibliográfica|
            livros|trabalhos publicados|comunicações|patentes|produção científica|
            publicações e palestras|congressos""",
        SectionKind.PROJECTS: """projetos|projectos|projetos pessoais|portfólio|
            projetos relevantes|projetos de pesquisa|projetos acadêmicos|principais projetos""",
        SectionKind.INTERESTS: """interesses|passatempos|interesses pessoais|hobbies|lazer|
            tempos livres|atividades extracurriculares|hobbies e interesses""",
        SectionKind.REFERENCES: "referências|recomendações|referências profissionais",
        SectionKind.BASICS: """contato|contacto|dados pessoais|informações pessoais|contatos|
            informação pessoal|dados de contato|informações de contato|contactos""",
    },
    fillers="""e de da do das dos a o as os meu minha meus minhas em outros outras principais
        relevante relevantes adicionais""",
    documents="currículo|curriculo|currículo profissional",
    roles="""engenheiro engenheira desenvolvedor desenvolvedora programador programadora chefe
        responsável diretor diretora gerente subgerente encarregado encarregada supervisor
        supervisora coordenador coordenadora administrador administradora assistente auxiliar
        ajudante assessor assessora consultor consultora técnico técnica analista arquiteto
        arquiteta especialista executivo executiva vendedor vendedora operário operária operador
        operadora empregado empregada enfermeiro enfermeira médico médica farmacêutico
        farmacêutica fisioterapeuta psicólogo psicóloga dentista veterinário veterinária
        professor professora docente tutor tutora educador educadora monitor monitora instrutor
        instrutora formador formadora pesquisador pesquisadora investigador investigadora
        bolsista estagiário estagiária estágio aprendiz trainee contador contadora contabilista
        secretário secretária recepcionista redator redatora jornalista tradutor tradutora
        intérprete designer fotógrafo fotógrafa advogado advogada cozinheiro cozinheira garçom
        garçonete padeiro padeira confeiteiro confeiteira almoxarife estoquista motorista
        condutor condutora entregador entregadora mecânico mecânica eletricista encanador
        canalizador carpinteiro soldador soldadora pedreiro pedreira pintor pintora instalador
        instaladora montador montadora vigilante porteiro policial bombeiro bibliotecário
        bibliotecária arquivista historiador historiadora presidente tesoureiro tesoureira
        voluntário voluntária fundador fundadora cofundador cofundadora sócio sócia proprietário
        proprietária representante agente promotor promotora comprador compradora planejador
        planejadora inspetor inspetora auditor auditora trabalhador trabalhadora músico produtor
        produtora líder autônomo autônoma atendente balconista cuidador cuidadora babá faxineiro
        faxineira jardineiro jardineira agricultor agricultora químico química biólogo bióloga
        geólogo economista gestor gestora juiz juíza promotora zelador zeladora cabeleireiro
        cabeleireira nutricionista""",
    shy_roles="comercial caixa militar",
    role_leads=True,
    organisations="""universidade faculdade instituto colégio escola hospital clínica centro
        prefeitura ministério secretaria governo banco caixa grupo empresa companhia fundação
        associação federação sindicato laboratório laboratórios museu teatro biblioteca
        cooperativa padaria restaurante hotel oficina editora livraria farmácia creche
        escritório estúdio consultoria construtora agência câmara tribunal lojas loja
        transportes indústrias indústria autarquia junta serviço academia supermercados
        supermercado seguradora seguros pagamentos rede usina usinas construções
        organizações""",
    legal_forms=r"ltda|s\.a|s/a|eireli|epp|lda|s\.?g\.?p\.?s|unipessoal",
    schools=r"universidade|faculdade|instituto|colégio|escola|politécnic|academia|conservatório|"
    r"(?-i:\b(?:SENAI|SENAC|ETEC|FATEC|UNICAMP|PUC|UF[A-Z]{1,3}|IST)\b)",
    degrees=r"bacharel(?:ado|a)?\b|licenciatura|graduação|pós-graduação|especialização|mestrado|"
    r"doutorado|doutoramento|tecnólogo|curso técnico|curso superior|ensino médio|"
    r"ensino fundamental|ensino secundário|técnic[oa] em|tecnologia em|mestre em|doutor[a]? em|"
    r"12\.?º ano|curso de|MBA em|residência",
    levels={
        "doctor": r"doutorado|doutoramento",
        "master": r"mestrado|mestre em",
        "bachelor": r"bacharel\w*|(?<!pós-)graduação|licenciatura",
        "school": r"ensino (?:médio|secundário)",
    },
    marks=r"média\b|nota\b|classificação|menção|com distinção|tempo integral|meio período|"
    r"concluíd[oa]|"
    r"trancad[oa]|incomplet[oa]|complet[oa]$",
    shy_at=r"n[ao]s?|em",
    places="""brasil|portugal|angola|moçambique|cabo verde|estados unidos|reino unido|espanha|
        alemanha|frança|itália|santa catarina|paraná|rio grande do sul|minas gerais|bahia|
        pernambuco|ceará|goiás|distrito federal|espírito santo|mato grosso|amazonas|
        rio de janeiro|são paulo|algarve|alentejo|madeira|açores""",
    cities="""florianópolis|joinville|blumenau|itajaí|campinas|sorocaba|ribeirão preto|
        são josé dos campos|guarulhos|osasco|niterói|juiz de fora|uberlândia|vitória|fortaleza|
        manaus|belém|goiânia|joão pessoa|maceió|aracaju|teresina|são luís|cuiabá|campo grande|
        londrina|maringá|cascavel|caxias do sul|pelotas|santa maria|chapecó|criciúma|aveiro|
        setúbal|évora|viseu|leiria|guimarães|funchal|viana do castelo|vila real|luanda|maputo|
        sintra|cascais""",
    streets=r"\brua\b|\bavenida\b|\bav\.|\btravessa\b|\bpraça\b|\balameda\b|\brodovia\b|"
    r"\bestrada\b|"
    r"\br\.\s",
    labels={
        "name": "nome|nome completo",
        "family": "sobrenome",
        "headline": "profissão|cargo pretendido|cargo|vaga|área de interesse",
        "email": "e mail|email|correio eletrônico|correio eletrónico",
        "phone": "telefone|celular|telemóvel|tel|cel|fone|contato|telefones|whatsapp",
        "website": "site|página|portfólio|blog",
        "location": "endereço|morada|residência|cidade|localidade|localização",
        "number": "cpf|rg|cnh|nif|nascimento|data de nascimento|cep|pis|ctps|crm|crea|bi|fax",
    },
    columns={
        "start": r"de|desde|início",
        "end": r"até|fim|validade|válido até",
        "as": r"como",
        "dates": r"período|data|datas|ano|anos|duração",
        "organisation": r"empresa|instituição|universidade|escola|entidade|organização|"
        r"empregador|cliente",
        "roles": r"cargo|função|título|posto|curso|grau",
        "title": r"nome|projeto|certificado|prêmio",
        "location": r"local|cidade|país",
        "area": r"área|especialidade|disciplina",
    },
    matters={
        "age": r"data de nascimento|nascid[oa] em|\d\d anos\b(?! d)",
        "family": r"estado civil|solteir[oa]\b|casad[oa]\b|divorciad[oa]|"
        r"(?:\d|um|dois|três) filhos?\b",
        "visa": r"nacionalidade|brasileir[oa],|autorização de residência|visto de trabalho",
        "driving": r"cnh\b|carta de condução|carteira de (?:motorista|habilitação)|"
        r"habilitação [ab]\b",
        "notice": r"disponibilidade|aviso prévio",
        "pay": r"pretensão salarial",
        "relocation": r"disponibilidade para (?:viagens|mudança)",
    },
    leaves=r"licença[- ](?:de )?(?:maternidade|paternidade|parental|sabática|sem vencimento)|"
    r"ano sabático|pausa na carreira|período sabático",
    abbreviations="""sr sra dr dra prof profa etc p.ex nº núm pág tel av ltda cia jan fev abr
        mai jun jul nov dez aprox eng""",
)  # fmt: skip
