"""Institutions, parties and offices that the news of one state names without saying which state's they are."""

__all__ = ["INSTITUTIONS_OF", "PARTIES", "PARTY_MEMBERS"]

_TABLE = """
US|White House,Oval Office,Capitol Hill,Congress,Senate,House of Representatives,House Speaker,Supreme Court,State Department,Justice Department,Department of Justice,Treasury Department,Defense Department,Homeland Security,Pentagon,FBI,CIA,NSA,IRS,EPA,Federal Reserve,Secret Service,Border Patrol,Republican,Republicans,Democrat,Democrats,Democratic Party,Republican Party,Republican National Committee,Democratic National Committee,GOP,RNC,DNC,Electoral College,Medicare,Medicaid,Obamacare,NAACP,ACLU,NRA,Planned Parenthood,Super Tuesday,Wall Street,Fox News,CNN,MSNBC,NBC,CBS,ABC News,Breitbart,Politico,New York Times,Washington Post,Wall Street Journal,Huffington Post,USA TODAY,USA Today,Gallup,Quinnipiac,Rep,Sen,Gov,Manhattan,Chicago,Los Angeles,Philadelphia,Boston,Cleveland,Detroit,Houston,Dallas,Miami,Las Vegas,San Francisco,Seattle,Atlanta
GB|Downing Street,Whitehall,Westminster,House of Commons,House of Lords,Commons,Lords,Labour,Tory,Tories,Lib Dem,Lib Dems,Liberal Democrats,Conservative Party,Labour Party,SNP,NHS,MI5,MI6,Scotland Yard,Home Office,Foreign Office,Home Secretary,Foreign Secretary,Chancellor of the Exchequer,Bank of England,Ofcom,Ofsted,BBC,Sky News,Manchester,Birmingham,Liverpool,Edinburgh,Glasgow,Cardiff,Belfast
RU|Kremlin,Duma,State Duma,FSB,Gazprom,RIA Novosti,TASS
DE|Bundestag,Bundeswehr,Bundesrat,CDU,CSU,SPD,AfD,Reichstag
FR|Élysée,Elysee,Matignon,Quai d'Orsay,National Rally,National Front
IL|Knesset,Likud,Mossad,IDF
IN|Lok Sabha,Rajya Sabha,BJP
CN|Politburo,Xinhua,Communist Party of China,Chinese Communist Party,People's Daily,National People's Congress
IE|Dáil,Taoiseach,Tánaiste,Fianna Fáil,Fine Gael,Sinn Féin,Garda,RTÉ
JP|Diet,Bank of Japan
ES|Cortes,Moncloa,Guardia Civil
IR|Majlis,IRNA,Revolutionary Guards
UA|Verkhovna Rada,Rada
PK|ISI
KR|Blue House,National Assembly of Korea
"""

INSTITUTIONS_OF: dict[str, str] = {
    name: row.split("|")[0] for row in _TABLE.splitlines() if row for name in row.split("|")[1].split(",")
}
"""Name as the news writes it → ISO 3166 code of the state it belongs to; plain world knowledge."""

PARTIES: dict[str, str] = {
    "republican": "Republican Party",
    "gop": "Republican Party",
    "democratic": "Democratic Party",
    "democrat": "Democratic Party",
    "labour": "Labour Party",
    "conservative": "Conservative Party",
    "libertarian": "Libertarian Party",
    "green": "Green Party",
}
"""The word for a party in a title ("Republican nominee") → the party."""

PARTY_MEMBERS: dict[str, str] = {
    "Republican": "Republicans",
    "Democratic": "Democrats",
    "Democrat": "Democrats",
}
"""The word for a party before what its members say ("Democratic criticism") → those members."""
